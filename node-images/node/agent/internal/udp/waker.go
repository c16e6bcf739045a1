package udp

import (
	"net/netip"
	"sync"
	"time"

	"dev.coracle/node/internal/autopause"
)

const (
	// round is how often nodes are told of clients that are there.
	round = 5 * time.Second

	// fresh is how long nodes need not be told again: none freezes sooner than 10 s after it heard of a user.
	fresh = 3 * time.Second

	// wakeTimeout is more than a thaw takes. A node that is gone lets nobody wait so long a second time.
	wakeTimeout = 5 * time.Second
)

// waker wakes the nodes that freeze when nobody uses them, all at the same time.
type waker struct {
	tell func(node string, timeout time.Duration) error

	mutex sync.Mutex
	nodes []netip.AddrPort
	away  map[netip.AddrPort]bool // those that did not answer; when they come back, they are awake
	told  time.Time
}

func newWaker() *waker {
	return &waker{tell: autopause.Tell, away: map[netip.AddrPort]bool{}}
}

// set replaces the nodes.
func (w *waker) set(nodes []netip.AddrPort) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	w.nodes = nodes
	clear(w.away)
}

// hold returns when the nodes that are there are awake.
func (w *waker) hold(now time.Time) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	if len(w.nodes) > 0 && now.Sub(w.told) > fresh {
		w.tellAll(func(node netip.AddrPort) bool { return !w.away[node] })
	}
}

// remind tells every node of clients, those too that were away.
func (w *waker) remind() {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	w.tellAll(func(netip.AddrPort) bool { return true })
}

func (w *waker) tellAll(choose func(netip.AddrPort) bool) {
	failures := make([]error, len(w.nodes))
	var all sync.WaitGroup
	for i, node := range w.nodes {
		if choose(node) {
			all.Go(func() { failures[i] = w.tell(node.String(), wakeTimeout) })
		}
	}
	all.Wait()
	for i, node := range w.nodes {
		if choose(node) {
			w.away[node] = failures[i] != nil
		}
	}
	w.told = time.Now()
}

// tellOfUse tells the nodes of clients for as long as some are there, until the port is closed.
func (f *forwarder) tellOfUse(every time.Duration) {
	for range time.Tick(every) {
		if f.isUsed(time.Now().Add(-every)) {
			f.waker.remind()
		}
	}
}

// isUsed tells whether some datagram came or went since.
func (f *forwarder) isUsed(since time.Time) bool {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	for _, way := range f.sessions {
		if way.last.Load() >= since.UnixNano() {
			return true
		}
	}
	return false
}
