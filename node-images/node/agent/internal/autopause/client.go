package autopause

import (
	"bufio"
	"errors"
	"fmt"
	"net"
	"strconv"
	"strings"
	"syscall"
	"time"

	"dev.coracle/node/internal/boot/env"
)

// wakeTimeout is more than a thaw takes on a machine that has a lot to do.
const wakeTimeout = 20 * time.Second

// Wake thaws this node if it is frozen, and has it wait its whole idle time again. A node that never freezes is left alone.
func Wake([]string) error {
	node, err := env.Load()
	if err != nil {
		return err
	}
	err = Tell(net.JoinHostPort(node.IP, strconv.Itoa(Port)), wakeTimeout)
	if errors.Is(err, syscall.ECONNREFUSED) {
		return nil
	}
	return err
}

// Tell tells the node at this address that it is used, and returns when it is awake.
func Tell(address string, timeout time.Duration) error {
	conn, err := net.DialTimeout("tcp", address, timeout)
	if err != nil {
		return err
	}
	defer conn.Close()
	if err := conn.SetDeadline(time.Now().Add(timeout)); err != nil {
		return err
	}
	if _, err := fmt.Fprintln(conn, Use); err != nil {
		return err
	}
	state, err := bufio.NewReader(conn).ReadString('\n')
	if err != nil {
		return err
	}
	if state = strings.TrimSpace(state); state != Awake && state != Thawed {
		return fmt.Errorf("%s answers %q", address, state)
	}
	return nil
}
