package event

import (
	"testing"
	"time"
)

func TestLineIsOneJSONObjectAfterThePrefix(t *testing.T) {
	got := Line("mounted", 42, Fields{"cgroup": "v1", "proxyMode": "nftables"})
	want := `coracle-event: {"event":"mounted","ms":42,"cgroup":"v1","proxyMode":"nftables"}` + "\n"
	if got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestLineWithoutFields(t *testing.T) {
	if got, want := Line("recorded", 1, nil), "coracle-event: {\"event\":\"recorded\",\"ms\":1}\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestStartTimeSkipsANameWithSpaces(t *testing.T) {
	stat := "1 (a ) b) S 0 1 1 0 -1 4194560 0 0 0 0 0 0 0 0 20 0 1 0 12345 0 0"
	if got, want := startTime(stat), 123450*time.Millisecond; got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}
