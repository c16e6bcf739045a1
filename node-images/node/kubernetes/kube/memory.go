package main

import (
	"os"
	"runtime/debug"
	"time"
)

const (
	// startLasts is longer than a control plane takes to start on a small machine. Collecting early meanwhile would cost
	// it a second.
	startLasts = 30 * time.Second

	// collectAt has garbage collected when a heap has grown by half, not when it has doubled: 60 MiB less for an idle
	// control plane. A hard GOMEMLIMIT would burn processor time for ever on a cluster that outgrows it.
	collectAt = 50
)

// collectEarlierOnceStarted leaves alone what the environment decides.
func collectEarlierOnceStarted() {
	if os.Getenv("GOGC") != "" {
		return
	}
	time.AfterFunc(startLasts, func() {
		debug.SetGCPercent(collectAt)
		debug.FreeOSMemory()
	})
}
