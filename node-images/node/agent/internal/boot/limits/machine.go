package limits

import (
	"strconv"
	"strings"

	"golang.org/x/sys/unix"
)

// ReadMachine is what the kernel gives to processes without a container: all its memory and all CPUs that are on.
// The system call tells it also when /proc/meminfo is overlaid.
func ReadMachine() Machine {
	var info unix.Sysinfo_t
	if err := unix.Sysinfo(&info); err != nil {
		panic(err) // it fails only for a bad address
	}
	return Machine{
		MemoryBytes: int64(info.Totalram) * int64(info.Unit),
		MilliCPU:    1000 * countCPUs(read("/sys/devices/system/cpu", "online")),
	}
}

// countCPUs counts a list like `0-3,6`.
func countCPUs(list string) int64 {
	var count int64
	for part := range strings.SplitSeq(list, ",") {
		first, last, isRange := strings.Cut(part, "-")
		low, err := strconv.ParseInt(first, 10, 64)
		if err != nil {
			continue
		}
		high := low
		if isRange {
			high, _ = strconv.ParseInt(last, 10, 64)
		}
		count += high - low + 1
	}
	return count
}
