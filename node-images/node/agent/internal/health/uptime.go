package health

import (
	"os"
	"strings"
	"time"

	"dev.coracle/node/internal/boot/env"
)

// bootTime is when the node booted, as its own clock then said (RFC 3339): computed anew from the kernel's figures it would
// change with every correction of the clock.
const bootTime = env.RunFolder + "/booted"

// NoteBoot is for each boot.
func NoteBoot() error { return noteBoot(bootTime, time.Now()) }

func noteBoot(path string, now time.Time) error {
	return os.WriteFile(path, []byte(now.UTC().Format(time.RFC3339)), 0o644)
}

// upSince is nothing where the boot could not be noted.
func upSince(path string) string {
	noted, err := os.ReadFile(path)
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(noted))
}
