package main

import (
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

func TestTimersOfThisThreadAreCoalesced(t *testing.T) {
	if err := coalesceTimers(); err != nil {
		t.Fatal(err)
	}
	slack, err := unix.PrctlRetInt(unix.PR_GET_TIMERSLACK, 0, 0, 0, 0)
	if err != nil || time.Duration(slack) != timerSlack {
		t.Errorf("got %d, %v", slack, err)
	}
}
