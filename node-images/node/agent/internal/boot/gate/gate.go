// Package gate has the controllers of a node that comes back wait until its services are as they were. It is a socket with an
// abstract name: it belongs to the node's network, where the controllers are too, and is gone with the process that shut it.
package gate

import (
	"net"
	"time"
)

const name = "@coracle/controllers"

// Gate is shut until it is opened, or its process ends.
type Gate struct{ listener net.Listener }

// Shut fails where the gate is shut already.
func Shut() (*Gate, error) { return shut(name) }

func shut(name string) (*Gate, error) {
	listener, err := net.Listen("unix", name)
	if err != nil {
		return nil, err
	}
	return &Gate{listener}, nil
}

// Open lets everybody through, also who comes later.
func (g *Gate) Open() { _ = g.listener.Close() }

// Pass returns when the gate is open, at once where there is none, and at the latest when patience is over.
func Pass(patience time.Duration) { pass(name, patience) }

// pass waits for the end of a connection that nobody ever takes out of the socket's queue.
func pass(name string, patience time.Duration) {
	connection, err := net.DialTimeout("unix", name, patience)
	if err != nil {
		return
	}
	defer connection.Close()
	if connection.SetReadDeadline(time.Now().Add(patience)) == nil {
		_, _ = connection.Read(make([]byte, 1))
	}
}
