package event

import (
	"os"
	"strconv"
	"strings"
	"time"

	"golang.org/x/sys/unix"
)

// ticksPerSecond is USER_HZ, the unit of times in /proc; it is 100 on every architecture that Kubernetes runs on.
const ticksPerSecond = 100

// SinceStart is the age of PID 1, and so of the container. It is zero where /proc cannot be read.
func SinceStart() time.Duration {
	stat, err := os.ReadFile("/proc/1/stat")
	if err != nil {
		return 0
	}
	var now unix.Timespec
	if err := unix.ClockGettime(unix.CLOCK_BOOTTIME, &now); err != nil {
		return 0
	}
	return time.Duration(now.Nano()) - startTime(string(stat))
}

// startTime is field 22 of a stat line, as time since the machine's start. The name in field 2 may hold spaces and brackets.
func startTime(stat string) time.Duration {
	fields := strings.Fields(stat[strings.LastIndex(stat, ")")+1:])
	if len(fields) < 20 {
		return 0
	}
	ticks, _ := strconv.ParseInt(fields[19], 10, 64)
	return time.Duration(ticks) * time.Second / ticksPerSecond
}
