package limits

import (
	"fmt"
	"os"
	"strings"

	"golang.org/x/sys/unix"

	"dev.coracle/node/internal/boot/env"
)

const (
	meminfoPath = "/proc/meminfo"
	kibibyte    = 1024
)

// overlayPath is mounted over /proc/meminfo; writing to it changes what every reader sees from then on.
const overlayPath = env.RunFolder + "/meminfo"

// OverlayMeminfo makes /proc/meminfo tell the container's limit. Without one, it stays the kernel's.
func OverlayMeminfo() error {
	if err := unmountOverlay(); err != nil {
		return err
	}
	machine := ReadMachine()
	limit := Read(machine).MemoryBytes
	if limit >= machine.MemoryBytes {
		return nil
	}
	content, err := os.ReadFile(meminfoPath)
	if err != nil {
		return err
	}
	used := firstNumber("/sys/fs/cgroup", "memory.current", "memory/memory.usage_in_bytes")
	if err := os.WriteFile(overlayPath, []byte(limited(string(content), limit, used)), 0o444); err != nil {
		return err
	}
	return unix.Mount(overlayPath, meminfoPath, "", unix.MS_BIND, "")
}

// unmountOverlay brings the kernel's figures back, so that a raised limit is compared with the machine's memory.
func unmountOverlay() error {
	if _, err := os.Stat(overlayPath); os.IsNotExist(err) {
		return nil
	}
	if err := unix.Unmount(meminfoPath, unix.MNT_DETACH); err != nil && err != unix.EINVAL {
		return fmt.Errorf("unmount %s: %w", meminfoPath, err)
	}
	return os.Remove(overlayPath)
}

// limited is a meminfo in which the machine is as large as the limit. Swap is none: kubelet counts it as the node's.
func limited(meminfo string, limit, used int64) string {
	free := max(limit-used, 0)
	figures := map[string]int64{
		"MemTotal": limit, "MemFree": free, "MemAvailable": free, "SwapTotal": 0, "SwapFree": 0,
	}
	var result strings.Builder
	for line := range strings.Lines(meminfo) {
		name, _, _ := strings.Cut(line, ":")
		if bytes, found := figures[name]; found {
			line = fmt.Sprintf("%-16s%8d kB\n", name+":", bytes/kibibyte)
		}
		result.WriteString(line)
	}
	return result.String()
}
