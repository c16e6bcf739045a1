package bootstrap

import (
	"bytes"
	"context"
	"errors"
	"os"
	"strings"
	"time"

	"dev.coracle/node/internal/boot/env"
	"dev.coracle/node/internal/boot/event"
)

const (
	// kubeletEnds has a line for each time that kubelet ended by itself in this boot; its service's finish writes it.
	kubeletEnds = env.RunFolder + "/kubelet-ends"

	kubeletLog = "/var/log/coracle/kubelet/current"

	// mostEnds is how often kubelet may end before a node is up. A healthy one never does; a wrong flag or feature gate
	// ends it each time, once a second.
	mostEnds = 5

	// lastPart of the log is where its last words are; a panic prints every goroutine after them.
	lastPart = 256 << 10
)

// watchEnds reports kubelet or a component of the control plane that does not stay up, in its own words. The boot goes on:
// what ends it may pass.
func watchEnds(ctx context.Context, seen *crashes) {
	ticker := time.NewTicker(time.Second)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case now := <-ticker.C:
			if kubeletEndsAlways() {
				event.Failed("kubelet", errors.New(lastWords(tail(kubeletLog))))
				return
			}
			if component := seen.hopeless(now); component != "" {
				event.Failed(component, errors.New(seen.words(component)))
				return
			}
		}
	}
}

func kubeletEndsAlways() bool {
	ends, err := os.ReadFile(kubeletEnds)
	return err == nil && bytes.Count(ends, []byte("\n")) >= mostEnds
}

func tail(path string) string {
	text, err := os.ReadFile(path)
	if err != nil {
		return ""
	}
	return string(text[max(0, len(text)-lastPart):])
}

// lastWords are why a component ended: Go's panic, or what its command line or its main reported, else its last line.
func lastWords(log string) string {
	lines := strings.Split(strings.TrimSpace(log), "\n")
	for i := len(lines) - 1; i >= 0; i-- {
		line := strings.TrimSpace(lines[i])
		for _, sign := range []string{"panic: ", "Error: ", `"command failed" err=`} {
			if _, words, found := strings.Cut(line, sign); found {
				return strings.Trim(words, `"`)
			}
		}
	}
	return lines[len(lines)-1]
}
