// Package capability tells what the engine let the node have.
package capability

import (
	"os"
	"strconv"
	"strings"
)

// sysResource is the bit that lets a process lower an oom_score_adj.
const sysResource = 24

// MayLowerOOMScore is false with engines that withhold SYS_RESOURCE, and where that cannot be found out.
func MayLowerOOMScore() bool {
	status, err := os.ReadFile("/proc/self/status")
	return err == nil && has(string(status), sysResource)
}

// has looks into the bounding set of a process's status: what is not there can never be had.
func has(status string, bit uint) bool {
	for line := range strings.Lines(status) {
		if mask, found := strings.CutPrefix(line, "CapBnd:"); found {
			bits, err := strconv.ParseUint(strings.TrimSpace(mask), 16, 64)
			return err == nil && bits&(1<<bit) != 0
		}
	}
	return false
}
