package halt

import (
	"testing"
	"time"
)

func TestOnlyATimeIsASchedule(t *testing.T) {
	if at, scheduled := parse("1767225600\n"); !scheduled || at.UTC().Year() != 2026 {
		t.Errorf("got %v, %v", at, scheduled)
	}
	for _, content := range []string{"", "\n", "soon", "0", "-5"} {
		if _, scheduled := parse(content); scheduled {
			t.Errorf("%q is a schedule", content)
		}
	}
}

func TestAwaitEndsAtTheTime(t *testing.T) {
	at := time.Now().Add(50 * time.Millisecond)
	if !Await(func() (time.Time, bool) { return at, true }, time.Sleep) || time.Now().Before(at) {
		t.Error("it did not end at the time")
	}
}

func TestAwaitFollowsTheFile(t *testing.T) {
	looks := 0
	schedule := func() (time.Time, bool) {
		looks++
		return time.Now().Add(time.Hour), looks < 3
	}
	var slept []time.Duration
	if Await(schedule, func(d time.Duration) { slept = append(slept, d) }) {
		t.Error("a schedule that was taken back came true")
	}
	if len(slept) != 2 || slept[0] != look {
		t.Errorf("slept %v", slept)
	}
}
