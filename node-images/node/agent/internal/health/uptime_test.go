package health

import (
	"path/filepath"
	"testing"
	"time"
)

func TestBootIsTold(t *testing.T) {
	path := filepath.Join(t.TempDir(), "booted")
	if got := upSince(path); got != "" {
		t.Errorf("before the boot was noted: %q", got)
	}
	if err := noteBoot(path, time.Date(2026, 1, 2, 4, 4, 5, 6, time.FixedZone("", 3600))); err != nil {
		t.Fatal(err)
	}
	if got := upSince(path); got != "2026-01-02T03:04:05Z" {
		t.Errorf("got %q", got)
	}
}
