package udp

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"os"
	"sync"
	"time"
)

// maxDatagram is the largest that UDP over IPv4 can carry, and a little more.
const maxDatagram = 64 * 1024

// maxClients bounds memory and sockets; the one that was silent longest makes place.
const maxClients = 1024

// forwarder hands the datagrams of one port to nodes.
type forwarder struct {
	port     *net.UDPConn
	nodes    *nodes
	waker    *waker
	mutex    sync.Mutex
	sessions map[netip.AddrPort]*session
}

func newForwarder(port *net.UDPConn, all []netip.AddrPort) *forwarder {
	return &forwarder{
		port: port, nodes: newNodes(all), waker: newWaker(), sessions: map[netip.AddrPort]*session{},
	}
}

// serve forwards until the port is closed.
func (f *forwarder) serve() error {
	buffer := make([]byte, maxDatagram)
	for {
		length, client, err := f.port.ReadFromUDPAddrPort(buffer)
		if errors.Is(err, net.ErrClosed) {
			return nil
		}
		if err == nil {
			f.forward(client, buffer[:length])
		}
	}
}

// forward sends a datagram; the kernel tells of an earlier one that was not taken only now, so there
// is a second try, at another node.
func (f *forwarder) forward(client netip.AddrPort, datagram []byte) {
	f.waker.hold(time.Now())
	for range 2 {
		way, err := f.session(client)
		if err != nil {
			fmt.Fprintln(os.Stderr, "coracle-node udp:", err)
			return
		}
		now := time.Now()
		if way.isSilent(now) {
			f.nodes.ask(way.node, func(there bool) { f.answered(way.node, there) })
		}
		if way.send(datagram, now) == nil {
			return
		}
		f.failed(way)
	}
}

// answered takes the clients of a node that is gone away from it.
func (f *forwarder) answered(node netip.AddrPort, there bool) {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	for _, way := range f.sessions {
		if way.node == node && !there {
			f.forget(way)
		} else if way.node == node {
			way.waiting.Store(0)
		}
	}
}

func (f *forwarder) session(client netip.AddrPort) (*session, error) {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	if known := f.sessions[client]; known != nil {
		return known, nil
	}
	if len(f.sessions) >= maxClients {
		f.endOldest()
	}
	now := time.Now()
	opened, err := dial(client, f.nodes.next(now), now)
	if err != nil {
		return nil, err
	}
	f.sessions[client] = opened
	go f.answer(opened)
	return opened, nil
}

func (f *forwarder) answer(way *session) {
	if way.answers(f.port) != nil {
		f.failed(way)
	} else {
		f.end(way)
	}
}

// failed leaves the node of a session alone for a while; the client's next datagram goes to another.
func (f *forwarder) failed(way *session) {
	f.nodes.fail(way.node, time.Now())
	f.end(way)
}

func (f *forwarder) end(way *session) {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	f.forget(way)
}

func (f *forwarder) forget(way *session) {
	way.conn.Close()
	if f.sessions[way.client] == way {
		delete(f.sessions, way.client)
	}
}

func (f *forwarder) endOldest() {
	var oldest *session
	for _, way := range f.sessions {
		if oldest == nil || way.last.Load() < oldest.last.Load() {
			oldest = way
		}
	}
	f.forget(oldest)
}

// use hands new clients to these nodes, and clients of nodes that are gone to others.
func (f *forwarder) use(all []netip.AddrPort) {
	f.nodes.set(all)
	f.mutex.Lock()
	defer f.mutex.Unlock()
	for _, way := range f.sessions {
		if !f.nodes.has(way.node) {
			f.forget(way)
		}
	}
}
