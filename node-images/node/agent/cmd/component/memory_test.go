package main

import (
	"slices"
	"testing"
)

func TestGarbageIsCollectedEarlierUnlessThePodDecides(t *testing.T) {
	if got := frugal([]string{"HOME=/"}); !slices.Equal(got, []string{"HOME=/", "GOGC=50"}) {
		t.Error(got)
	}
	if got := frugal([]string{"GOGC=100"}); !slices.Equal(got, []string{"GOGC=100"}) {
		t.Error(got)
	}
}
