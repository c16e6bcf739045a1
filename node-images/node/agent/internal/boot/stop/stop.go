// Package stop ends a node as a shutdown ends a machine: pods first, what they depend on after them.
package stop

import (
	"context"
	"log"
	"os"
	"strconv"
	"strings"
	"time"

	"dev.coracle/node/internal/autopause"
	"dev.coracle/node/internal/boot/env"
	"dev.coracle/node/internal/boot/event"
	"dev.coracle/node/internal/boot/halt"
	"dev.coracle/node/internal/boot/service"
)

const (
	gracePath    = env.Folder + "/grace"
	defaultGrace = 10 * time.Second
)

// Run is called by PID 1 on SIGTERM and ends with PID 1's end. Whatever goes wrong, the node still stops: the engine
// would kill it a little later anyway.
func Run([]string) error {
	event.OpenLog()
	if !halt.IsDone() {
		endAll()
	}
	event.Emit("stopped", nil)
	return service.Finish()
}

// endAll ends kubelet and then every container.
func endAll() {
	event.Emit("stopping", nil)
	if err := autopause.End(); err != nil {
		log.Printf("auto-pause: %v", err)
	}
	// A living kubelet would start again what is stopped below.
	if err := service.StopAndWait(service.Kubelet); err != nil {
		log.Printf("kubelet: %v", err)
	}
	if err := stopContainers(context.Background(), grace()); err != nil {
		log.Printf("containers: %v", err)
	}
}

// grace is how long a group of containers may take to end by itself.
func grace() time.Duration {
	content, err := os.ReadFile(gracePath)
	if err != nil {
		return defaultGrace
	}
	return parseGrace(string(content))
}

func parseGrace(content string) time.Duration {
	seconds, err := strconv.Atoi(strings.TrimSpace(content))
	if err != nil || seconds < 0 {
		return defaultGrace
	}
	return time.Duration(seconds) * time.Second
}
