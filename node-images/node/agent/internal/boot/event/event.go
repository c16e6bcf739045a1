// Package event reports how a boot goes: JSON lines on the container's standard output, where `docker logs` finds them.
package event

import (
	"encoding/json"
	"fmt"
	"io"
	"log"
	"os"
	"strings"
)

// Prefix starts every event's line, so that a reader can tell events from anything else a container prints.
const Prefix = "coracle-event: "

// Fields are what one kind of event says besides its name and time.
type Fields map[string]any

// Emit writes one event and repeats it in the boot log.
func Emit(name string, fields Fields) {
	line := Line(name, SinceStart().Milliseconds(), fields)
	log.Print(strings.TrimSuffix(line, "\n"))
	out := containerOutput()
	defer out.Close()
	io.WriteString(out, line)
}

// Failed reports that a step failed for good; the message is the last line that is not empty.
func Failed(step string, err error) {
	log.Printf("%s: %v", step, err)
	lines := strings.Split(strings.TrimSpace(err.Error()), "\n")
	Emit("failed", Fields{"step": step, "message": strings.TrimSpace(lines[len(lines)-1])})
}

// Line is an event as text; ms is the time since the container's start.
func Line(name string, ms int64, fields Fields) string {
	rest := ""
	if len(fields) > 0 {
		encoded, err := json.Marshal(fields)
		if err != nil {
			panic(err) // fields are strings and numbers
		}
		rest = "," + string(encoded[1:len(encoded)-1])
	}
	return fmt.Sprintf("%s{\"event\":%q,\"ms\":%d%s}\n", Prefix, name, ms, rest)
}

// containerOutput is PID 1's standard output: a supervised process has its own connected to its log.
func containerOutput() io.WriteCloser {
	out, err := os.OpenFile("/proc/1/fd/1", os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		return nopCloser{os.Stdout}
	}
	return out
}

type nopCloser struct{ io.Writer }

func (nopCloser) Close() error { return nil }
