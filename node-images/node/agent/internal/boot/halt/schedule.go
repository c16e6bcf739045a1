// Package halt ends everything in a node at a time that was set before, while its container goes on: nobody outside need be
// alive then, and the engine, which starts again what ends by itself, sees no end. PID 1 is left, which does nothing.
package halt

import (
	"os"
	"strconv"
	"strings"
	"time"
)

// File holds the time, in seconds since 1970; empty or absent: none. It is no part of the node's volume, so that copies of
// the node do not inherit it.
const File = "/etc/coracle/stop-at"

// Mark exists once everything has ended.
const Mark = "/run/coracle/halted"

// Scheduled tells when the node is to halt, if it is.
func Scheduled() (time.Time, bool) {
	content, err := os.ReadFile(File)
	if err != nil {
		return time.Time{}, false
	}
	return parse(string(content))
}

func parse(content string) (time.Time, bool) {
	seconds, err := strconv.ParseInt(strings.TrimSpace(content), 10, 64)
	return time.Unix(seconds, 0), err == nil && seconds > 0
}

// IsDue tells whether that time has come.
func IsDue() bool {
	at, scheduled := Scheduled()
	return scheduled && !time.Now().Before(at)
}

// IsDone tells whether everything has ended.
func IsDone() bool {
	_, err := os.Stat(Mark)
	return err == nil
}

// WriteMark says that everything has ended.
func WriteMark() error {
	if err := os.MkdirAll("/run/coracle", 0o755); err != nil {
		return err
	}
	return os.WriteFile(Mark, nil, 0o644)
}
