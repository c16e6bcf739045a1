package autopause

import (
	"bufio"
	"errors"
	"fmt"
	"log"
	"net"
	"strings"
	"time"
)

// Port is where the service listens, at the node's address.
const Port = 10246

// patience is how long one that connects may take to say a word.
const patience = 5 * time.Second

// The words: one line asks, one line answers. Whoever can reach the node may say them, since the worst they do is keep it awake.
const (
	Use    = "use"  // somebody is connected; the answer comes when the node is awake
	Idle   = "idle" // nobody is
	Awake  = "awake"
	Thawed = "thawed" // it is awake, and was not before
	Frozen = "frozen"
)

// serve answers until the port is closed.
func serve(port net.Listener, guard *guard) error {
	for {
		conn, err := port.Accept()
		if errors.Is(err, net.ErrClosed) {
			return nil
		}
		if err != nil {
			return err
		}
		go func() {
			defer conn.Close()
			if err := answer(conn, guard); err != nil {
				log.Printf("%v: %v", conn.RemoteAddr(), err)
			}
		}()
	}
}

func answer(conn net.Conn, guard *guard) error {
	if err := conn.SetDeadline(time.Now().Add(patience)); err != nil {
		return err
	}
	word, err := bufio.NewReaderSize(conn, 16).ReadSlice('\n')
	if err != nil {
		return err
	}
	state, err := react(strings.TrimSpace(string(word)), guard)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(conn, state)
	return err
}

func react(word string, guard *guard) (string, error) {
	switch word {
	case Use:
		if thawed, err := guard.use(time.Now()); thawed || err != nil {
			return Thawed, err
		}
		return Awake, nil
	case Idle:
		if guard.hear(time.Now()) {
			return Frozen, nil
		}
		return Awake, nil
	default:
		return "", fmt.Errorf("unknown word %q", word)
	}
}
