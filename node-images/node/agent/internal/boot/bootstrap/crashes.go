package bootstrap

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"dev.coracle/node/internal/boot/event"
)

const (
	podLogs = "/var/log/pods"

	// mostCrashes of a component within crashWindow show that it never comes up: a wrong flag ends it at once, and kubelet
	// starts it again at once, then after 10 s. One that waits in vain for etcd stays alive for longer.
	mostCrashes = 2
	crashWindow = 20 * time.Second
)

const apiServer = "kube-apiserver"

// components are the static pods; their folders begin with these names.
var components = []string{"etcd", apiServer, "kube-controller-manager", "kube-scheduler"}

// crashes counts starts of the control plane's containers by their logs, which kubelet numbers.
type crashes struct {
	folder string
	before map[string]int
	since  map[string]time.Time
}

// newCrashes is to be made before kubelet starts: logs of earlier boots are there.
func newCrashes(folder string) *crashes {
	c := &crashes{folder: folder, before: map[string]int{}, since: map[string]time.Time{}}
	for _, component := range components {
		c.before[component] = c.newest(component)
	}
	return c
}

// newest is the number of a component's last log; -1 if there is none.
func (c *crashes) newest(component string) int {
	newest := -1
	for _, path := range c.logs(component) {
		if number, err := strconv.Atoi(strings.TrimSuffix(filepath.Base(path), ".log")); err == nil {
			newest = max(newest, number)
		}
	}
	return newest
}

func (c *crashes) logs(component string) []string {
	paths, _ := filepath.Glob(fmt.Sprintf("%s/kube-system_%s-*/%s/*.log", c.folder, component, component))
	return paths
}

// hasStarted says whether a component's container was made in this boot.
func (c *crashes) hasStarted(component string) bool {
	return c.newest(component) > c.before[component]
}

// hopeless names a component that ended again and again; empty if all are well.
func (c *crashes) hopeless(now time.Time) string {
	for _, component := range components {
		ended := c.newest(component) - c.before[component] - 1
		if ended < 0 {
			continue
		}
		if _, seen := c.since[component]; !seen {
			c.since[component] = now
		}
		if ended >= mostCrashes && now.Sub(c.since[component]) < crashWindow {
			return component
		}
	}
	return ""
}

// words are what the component said last.
func (c *crashes) words(component string) string {
	paths := c.logs(component)
	slices.SortFunc(paths, newestFirst)
	for _, path := range paths {
		if text := messages(tail(path)); text != "" {
			return lastWords(text)
		}
	}
	return "it ended without a word"
}

func newestFirst(left, right string) int {
	l, _ := os.Stat(left)
	r, _ := os.Stat(right)
	if l == nil || r == nil {
		return strings.Compare(right, left)
	}
	return r.ModTime().Compare(l.ModTime())
}

// messages are the lines of a log without the time, stream and mark that containerd writes before each.
func messages(log string) string {
	var lines []string
	for line := range strings.Lines(log) {
		if parts := strings.SplitN(line, " ", 4); len(parts) == 4 {
			lines = append(lines, strings.TrimRight(parts[3], "\n"))
		}
	}
	return strings.Join(lines, "\n")
}

// watchComponents reports, with its own words, a component of the control plane that does not stay up.
func watchComponents(ctx context.Context, c *crashes) {
	ticker := time.NewTicker(time.Second)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case now := <-ticker.C:
			if component := c.hopeless(now); component != "" {
				event.Failed(component, errors.New(c.words(component)))
				return
			}
		}
	}
}
