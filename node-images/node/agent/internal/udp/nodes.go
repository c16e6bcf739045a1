package udp

import (
	"errors"
	"net"
	"net/netip"
	"slices"
	"sync"
	"syscall"
	"time"
)

const (
	// Rest is how long a node that failed is left alone before it is asked again.
	Rest = 5 * time.Second

	// probeTimeout is more than any node on the same network takes to answer or to refuse.
	probeTimeout = 500 * time.Millisecond

	// kubeletPort is where every node listens.
	kubeletPort = 10250
)

// nodes are those that clients are handed to, one after the other.
type nodes struct {
	// isThere asks a node, without a datagram of the user's.
	isThere func(netip.AddrPort) bool

	mutex   sync.Mutex
	all     []netip.AddrPort
	resting map[netip.AddrPort]time.Time
	asked   map[netip.AddrPort]bool
	turn    int
}

func newNodes(all []netip.AddrPort) *nodes {
	return &nodes{
		isThere: answersTCP, all: all,
		resting: map[netip.AddrPort]time.Time{}, asked: map[netip.AddrPort]bool{},
	}
}

// answersTCP: a refusal is an answer as well.
func answersTCP(node netip.AddrPort) bool {
	conn, err := net.DialTimeout("tcp", netip.AddrPortFrom(node.Addr(), kubeletPort).String(), probeTimeout)
	if err == nil {
		conn.Close()
	}
	return err == nil || errors.Is(err, syscall.ECONNREFUSED)
}

// next chooses the node of a new client. Where all of them rest, one of them must do.
func (n *nodes) next(now time.Time) netip.AddrPort {
	n.mutex.Lock()
	defer n.mutex.Unlock()
	for range n.all {
		n.turn++
		node := n.all[n.turn%len(n.all)]
		until, rests := n.resting[node]
		if !rests {
			return node
		}
		if now.After(until) {
			n.askUnlocked(node, func(bool) {})
		}
	}
	n.turn++
	return n.all[n.turn%len(n.all)]
}

// fail lets a node rest.
func (n *nodes) fail(node netip.AddrPort, now time.Time) {
	n.mutex.Lock()
	defer n.mutex.Unlock()
	n.resting[node] = now.Add(Rest)
}

// ask finds out whether a node is there, and lets it rest or serve accordingly; one question at a time.
func (n *nodes) ask(node netip.AddrPort, then func(there bool)) {
	n.mutex.Lock()
	defer n.mutex.Unlock()
	n.askUnlocked(node, then)
}

func (n *nodes) askUnlocked(node netip.AddrPort, then func(there bool)) {
	if n.asked[node] {
		return
	}
	n.asked[node] = true
	go func() {
		there := n.isThere(node)
		n.note(node, there)
		then(there)
	}()
}

func (n *nodes) note(node netip.AddrPort, there bool) {
	n.mutex.Lock()
	defer n.mutex.Unlock()
	delete(n.asked, node)
	if there {
		delete(n.resting, node)
	} else {
		n.resting[node] = time.Now().Add(Rest)
	}
}

// set replaces them all.
func (n *nodes) set(all []netip.AddrPort) {
	n.mutex.Lock()
	defer n.mutex.Unlock()
	n.all = all
	clear(n.resting)
}

// has tells whether a node is still one of them.
func (n *nodes) has(node netip.AddrPort) bool {
	n.mutex.Lock()
	defer n.mutex.Unlock()
	return slices.Contains(n.all, node)
}
