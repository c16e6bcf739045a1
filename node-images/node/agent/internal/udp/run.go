package udp

import (
	"errors"
	"fmt"
	"net"
	"os"
	"os/signal"
	"syscall"
)

// Run forwards as the file of its argument says. SIGHUP has it read the file again, SIGTERM ends it.
func Run(args []string) error {
	if len(args) != 1 {
		return errors.New("usage: udp FILE")
	}
	config, err := ReadConfig(args[0])
	if err != nil {
		return err
	}
	port, err := net.ListenUDP("udp", net.UDPAddrFromAddrPort(config.Listen))
	if err != nil {
		return err
	}
	forwarder := newForwarder(port, config.Nodes)
	forwarder.waker.set(config.Wake)
	go forwarder.tellOfUse(round)
	go follow(args[0], forwarder)
	return forwarder.serve()
}

func follow(file string, forwarder *forwarder) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGHUP, syscall.SIGTERM, syscall.SIGINT)
	for received := range signals {
		if received != syscall.SIGHUP {
			forwarder.port.Close()
			return
		}
		if config, err := ReadConfig(file); err != nil {
			fmt.Fprintln(os.Stderr, "coracle-node udp: kept as it was:", err)
		} else {
			forwarder.use(config.Nodes)
			forwarder.waker.set(config.Wake)
		}
	}
}
