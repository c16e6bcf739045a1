package autopause

import (
	"log"
	"sync"
	"time"

	"dev.coracle/node/internal/boot/event"
)

const (
	// hearing is how long ago an edge may have spoken at most: one that is not there could not wake the node.
	hearing = 15 * time.Second

	// again is when a node is looked at once more that could not be frozen at its time.
	again = 2 * time.Second
)

// sleeper is a node, or a stand-in of a test.
type sleeper interface {
	freeze() error
	wake() error
	end() error
	isFrozen() bool
}

// guard decides when its node freezes. Nothing it is told makes that happen earlier.
type guard struct {
	node   sleeper
	idle   time.Duration
	isBusy func() bool // whether somebody works in the node in another way than through an edge
	emit   func(name string, fields event.Fields)

	mutex  sync.Mutex
	used   time.Time // when somebody was last known to use it
	heard  time.Time // when an edge last spoke
	frozen bool
}

func newGuard(node sleeper, idle time.Duration, isBusy func() bool) *guard {
	// A service that died left the node as it was.
	return &guard{
		node: node, idle: idle, isBusy: isBusy, emit: event.Emit,
		used: time.Now(), frozen: node.isFrozen(),
	}
}

// use notes that somebody is there, and returns when the node is awake. It tells whether it was not before.
func (g *guard) use(now time.Time) (thawed bool, err error) {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	g.used, g.heard = now, now
	if !g.frozen {
		return false, nil
	}
	if err := g.node.wake(); err != nil {
		return false, err
	}
	g.frozen = false
	// Thawing takes time, and the idle time begins after it.
	g.used = time.Now()
	g.emit("auto-resumed", nil)
	return true, nil
}

// hear notes that an edge is there, and tells whether the node is frozen.
func (g *guard) hear(now time.Time) bool {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	g.heard = now
	return g.frozen
}

// consider freezes the node if it is time to, and tells when to do so again.
func (g *guard) consider(now time.Time) time.Duration {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	left := g.used.Add(g.idle).Sub(now)
	switch {
	case g.frozen:
		return g.idle
	case left > 0:
		return left
	case now.Sub(g.heard) > hearing || g.isBusy():
		return again
	}
	if err := g.node.freeze(); err != nil {
		log.Printf("not frozen: %v", err)
		return g.idle
	}
	g.frozen = true
	g.emit("auto-paused", nil)
	return g.idle
}

// end thaws the node for good.
func (g *guard) end() error {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	return g.node.end()
}
