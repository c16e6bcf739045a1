package autopause

import (
	"errors"
	"slices"
	"testing"
	"time"

	"dev.coracle/node/internal/boot/event"
)

const idleTime = time.Minute

// toy is a node that can be frozen.
type toy struct {
	frozen bool
	fails  error
}

func (t *toy) freeze() error  { t.frozen = t.fails == nil; return t.fails }
func (t *toy) thaw() error    { t.frozen = false; return t.fails }
func (t *toy) wake() error    { return t.thaw() }
func (t *toy) end() error     { return t.thaw() }
func (t *toy) isFrozen() bool { return t.frozen }

type scene struct {
	*guard
	toy    *toy
	busy   bool
	events []string
	begin  time.Time
}

func newScene(toy *toy) *scene {
	s := &scene{toy: toy}
	s.guard = newGuard(toy, idleTime, func() bool { return s.busy })
	s.guard.emit = func(name string, _ event.Fields) { s.events = append(s.events, name) }
	s.begin = s.used
	return s
}

func (s *scene) at(after time.Duration) time.Time { return s.begin.Add(after) }

func TestItFreezesWhenNobodyCameForTheIdleTime(t *testing.T) {
	s := newScene(&toy{})
	s.hear(s.at(55 * time.Second))
	if again := s.consider(s.at(59 * time.Second)); s.toy.frozen || again != time.Second {
		t.Errorf("frozen %v, again in %v", s.toy.frozen, again)
	}
	s.consider(s.at(idleTime))
	if !s.toy.frozen || !s.hear(s.at(idleTime)) || !slices.Equal(s.events, []string{"auto-paused"}) {
		t.Errorf("frozen %v, %v", s.toy.frozen, s.events)
	}
}

func TestAUserPutsItOff(t *testing.T) {
	s := newScene(&toy{})
	if thawed, err := s.use(s.at(50 * time.Second)); thawed || err != nil {
		t.Fatal(thawed, err)
	}
	s.hear(s.at(100 * time.Second))
	if again := s.consider(s.at(100 * time.Second)); s.toy.frozen || again != 10*time.Second {
		t.Errorf("frozen %v, again in %v", s.toy.frozen, again)
	}
}

func TestItDoesNotFreezeWhereNobodyCouldWakeIt(t *testing.T) {
	s := newScene(&toy{})
	s.consider(s.at(idleTime))
	if s.toy.frozen {
		t.Error("no edge was ever heard")
	}
	s.hear(s.at(idleTime))
	s.consider(s.at(idleTime + 2*hearing))
	if s.toy.frozen {
		t.Error("the edge has gone")
	}
}

func TestItDoesNotFreezeUnderAVisitor(t *testing.T) {
	s := newScene(&toy{})
	s.busy = true
	s.hear(s.at(idleTime))
	if again := s.consider(s.at(idleTime)); s.toy.frozen || again > 5*time.Second {
		t.Errorf("frozen %v, again in %v", s.toy.frozen, again)
	}
	s.busy = false
	s.consider(s.at(idleTime + 2*time.Second))
	if !s.toy.frozen {
		t.Error("the visitor has gone")
	}
}

func TestAUserWakesItAndItWaitsAnew(t *testing.T) {
	s := newScene(&toy{frozen: true})
	if thawed, err := s.use(time.Now()); err != nil || !thawed || s.toy.frozen || !slices.Equal(s.events, []string{"auto-resumed"}) {
		t.Fatal(err, s.toy.frozen, s.events)
	}
	if again := s.consider(time.Now()); again < idleTime-time.Second {
		t.Errorf("again in %v", again)
	}
}

func TestWhatCannotFreezeGoesOn(t *testing.T) {
	s := newScene(&toy{fails: errors.New("no such group")})
	s.hear(s.at(idleTime))
	s.consider(s.at(idleTime))
	if s.hear(s.at(idleTime)) || len(s.events) != 0 {
		t.Error("it says that it is frozen")
	}
}

func TestItThawsAtItsEnd(t *testing.T) {
	s := newScene(&toy{frozen: true})
	if err := s.end(); err != nil || s.toy.frozen {
		t.Error(err, s.toy.frozen)
	}
}
