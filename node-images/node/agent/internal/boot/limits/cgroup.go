// Package limits makes a container's memory and CPU limits visible to kubelet, which by itself sees the whole machine.
package limits

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// Limits bound a node: what its container may use, or what the machine has where that is less.
type Limits struct {
	MemoryBytes int64
	MilliCPU    int64
}

// Machine is what the kernel says there is, before any limit of the container.
type Machine = Limits

// Read asks the container's own cgroup, which is the root of the private cgroup namespace.
func Read(machine Machine) Limits { return readFrom("/sys/fs/cgroup", machine) }

func readFrom(root string, machine Machine) Limits {
	memory := firstNumber(root, "memory.max", "memory/memory.limit_in_bytes")
	return Limits{
		MemoryBytes: lower(memory, machine.MemoryBytes),
		MilliCPU:    lower(quota(root), machine.MilliCPU),
	}
}

// lower is the limit where there is one below what the machine has. Version 1 writes no limit as a huge number.
func lower(limit, machine int64) int64 {
	if limit > 0 && limit < machine {
		return limit
	}
	return machine
}

// quota is the CPU limit in thousandths; 0: none. Version 2 writes `QUOTA PERIOD`, version 1 two files.
func quota(root string) int64 {
	fields := strings.Fields(read(root, "cpu.max"))
	if len(fields) != 2 {
		fields = []string{read(root, "cpu/cpu.cfs_quota_us"), read(root, "cpu/cpu.cfs_period_us")}
	}
	quota, _ := strconv.ParseInt(fields[0], 10, 64) // `max` and -1: no limit
	period, _ := strconv.ParseInt(fields[1], 10, 64)
	if quota <= 0 || period <= 0 {
		return 0
	}
	return quota * 1000 / period
}

// firstNumber is the content of the first file that holds a number; 0: none does.
func firstNumber(root string, names ...string) int64 {
	for _, name := range names {
		if number, err := strconv.ParseInt(read(root, name), 10, 64); err == nil {
			return number
		}
	}
	return 0
}

func read(root, name string) string {
	content, err := os.ReadFile(filepath.Join(root, name))
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(content))
}
