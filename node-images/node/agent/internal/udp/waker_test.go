package udp

import (
	"errors"
	"net/netip"
	"slices"
	"sync"
	"testing"
	"time"
)

// bells notes who was woken; those that are away do not answer.
type bells struct {
	mutex sync.Mutex
	rung  []string
	away  string
}

func (b *bells) tell(node string, _ time.Duration) error {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	b.rung = append(b.rung, node)
	if node == b.away {
		return errors.New("no answer")
	}
	return nil
}

func waking(bells *bells, nodes ...string) *waker {
	waker := newWaker()
	waker.tell = bells.tell
	var all []netip.AddrPort
	for _, node := range nodes {
		all = append(all, netip.MustParseAddrPort(node))
	}
	waker.set(all)
	return waker
}

const one, other = "10.0.0.1:10246", "10.0.0.2:10246"

func TestADatagramWakesEveryNodeOnceInAWhile(t *testing.T) {
	bells := &bells{}
	waker := waking(bells, one, other)
	begin := time.Now()
	waker.hold(begin)
	waker.hold(begin.Add(time.Second))
	slices.Sort(bells.rung)
	if !slices.Equal(bells.rung, []string{one, other}) {
		t.Fatalf("woken: %v", bells.rung)
	}
	waker.hold(time.Now().Add(2 * fresh))
	if len(bells.rung) != 4 {
		t.Errorf("woken: %v", bells.rung)
	}
}

func TestANodeThatIsAwayIsWaitedForOnce(t *testing.T) {
	bells := &bells{away: other}
	waker := waking(bells, one, other)
	waker.hold(time.Now())
	bells.rung = nil
	waker.hold(time.Now().Add(2 * fresh))
	if !slices.Equal(bells.rung, []string{one}) {
		t.Errorf("woken: %v", bells.rung)
	}
	waker.remind()
	if len(bells.rung) != 3 {
		t.Errorf("it is not tried again: %v", bells.rung)
	}
}

func TestNodesThatDoNotFreezeAreNotAsked(t *testing.T) {
	bells := &bells{}
	waking(bells).hold(time.Now())
	if len(bells.rung) != 0 {
		t.Errorf("woken: %v", bells.rung)
	}
}

func TestDatagramsAreHeldAndTheirClientCountsAsAUser(t *testing.T) {
	bells := &bells{}
	forwarder := newForwarder(listen(t), []netip.AddrPort{echo(t, "node")})
	forwarder.waker = waking(bells, one)
	go forwarder.serve()
	begin := time.Now()
	if answer := newClient(t, forwarder).ask("x"); answer != "node:x" || len(bells.rung) != 1 {
		t.Errorf("got %q, woken: %v", answer, bells.rung)
	}
	if !forwarder.isUsed(begin) || forwarder.isUsed(time.Now().Add(time.Minute)) {
		t.Error("a client is a user while its datagrams come")
	}
}
