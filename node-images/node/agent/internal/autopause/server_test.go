package autopause

import (
	"net"
	"testing"
	"time"
)

func listening(t *testing.T, guard *guard) string {
	t.Helper()
	port, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { port.Close() })
	go serve(port, guard)
	return port.Addr().String()
}

func TestTellingOfAUserReturnsWhenTheNodeIsAwake(t *testing.T) {
	s := newScene(&toy{frozen: true})
	if err := Tell(listening(t, s.guard), time.Second); err != nil || s.toy.frozen {
		t.Error(err, s.toy.frozen)
	}
}

func TestAnIdleEdgeLearnsWhetherTheNodeIsFrozenAndLeavesItSo(t *testing.T) {
	s := newScene(&toy{frozen: true})
	if state, err := react(Idle, s.guard); state != Frozen || err != nil || !s.toy.frozen {
		t.Error(state, err)
	}
}

func TestNonsenseIsNoUse(t *testing.T) {
	s := newScene(&toy{frozen: true})
	if _, err := react("freeze", s.guard); err == nil || !s.toy.frozen {
		t.Error("it was taken for something")
	}
}
