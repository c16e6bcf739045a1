package bootstrap

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
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

// crashes counts starts of the control plane's containers by their logs, which kubelet numbers in a folder of each pod.
// A pod whose manifest changed is another pod, and begins anew.
type crashes struct {
	root   string
	before map[string]int
	since  map[string]time.Time
}

// newCrashes is to be made before kubelet starts: logs of earlier boots are there.
func newCrashes(root string) *crashes {
	c := &crashes{root: root, before: map[string]int{}, since: map[string]time.Time{}}
	for _, component := range components {
		maps.Copy(c.before, c.newest(component))
	}
	return c
}

// newest are the numbers of a component's last logs, by folder.
func (c *crashes) newest(component string) map[string]int {
	newest := map[string]int{}
	for _, path := range c.logs(component) {
		if number, err := strconv.Atoi(strings.TrimSuffix(filepath.Base(path), ".log")); err == nil {
			folder := filepath.Dir(path)
			newest[folder] = max(newest[folder], number)
		}
	}
	return newest
}

func (c *crashes) logs(component string) []string {
	paths, _ := filepath.Glob(fmt.Sprintf("%s/kube-system_%s-*/%s/*.log", c.root, component, component))
	return paths
}

// starts are how often a component's container was made in this boot, by folder.
func (c *crashes) starts(component string) map[string]int {
	starts := map[string]int{}
	for folder, newest := range c.newest(component) {
		before, known := c.before[folder]
		if !known {
			before = -1
		}
		if newest > before {
			starts[folder] = newest - before
		}
	}
	return starts
}

// hasStarted says whether a component's container was made in this boot.
func (c *crashes) hasStarted(component string) bool {
	return len(c.starts(component)) > 0
}

// hopeless names a component that ended again and again; empty if all are well.
func (c *crashes) hopeless(now time.Time) string {
	for _, component := range components {
		for folder, starts := range c.starts(component) {
			if _, seen := c.since[folder]; !seen {
				c.since[folder] = now
			}
			if starts > mostCrashes && now.Sub(c.since[folder]) < crashWindow {
				return component
			}
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
