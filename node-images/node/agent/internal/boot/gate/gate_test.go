package gate

import (
	"testing"
	"time"
)

// waits tells whether somebody is still at the gate after a while, and when he is through.
func waits(t *testing.T, name string, patience time.Duration) (still bool, through chan struct{}) {
	t.Helper()
	through = make(chan struct{})
	go func() {
		pass(name, patience)
		close(through)
	}()
	select {
	case <-through:
		return false, through
	case <-time.After(50 * time.Millisecond):
		return true, through
	}
}

func nameOf(t *testing.T) string { return "@coracle/" + t.Name() }

func TestWhoCameBeforeAndAfterItOpenedIsThrough(t *testing.T) {
	gate, err := shut(nameOf(t))
	if err != nil {
		t.Fatal(err)
	}
	still, through := waits(t, nameOf(t), time.Minute)
	if !still {
		t.Error("a shut gate let somebody through")
	}
	gate.Open()
	<-through
	if still, _ := waits(t, nameOf(t), time.Minute); still {
		t.Error("an open gate holds somebody")
	}
}

func TestPatienceEnds(t *testing.T) {
	gate, err := shut(nameOf(t))
	if err != nil {
		t.Fatal(err)
	}
	defer gate.Open()
	_, through := waits(t, nameOf(t), 100*time.Millisecond)
	<-through
}

func TestNobodyIsHeldWhereThereIsNoGate(t *testing.T) {
	if still, _ := waits(t, nameOf(t), time.Minute); still {
		t.Error("held by nothing")
	}
}

func TestOneGateOfAName(t *testing.T) {
	gate, err := shut(nameOf(t))
	if err != nil {
		t.Fatal(err)
	}
	defer gate.Open()
	if _, err := shut(nameOf(t)); err == nil {
		t.Error("two gates")
	}
}
