package prepare

import (
	"fmt"
	"os"
	"strings"

	"golang.org/x/sys/unix"

	"dev.coracle/node/internal/boot/env"
)

// kept are folders that Kubernetes' programs expect outside /var; their content is on the node's volume.
var kept = map[string]string{
	"/etc/kubernetes": env.Folder + "/kubernetes",
	"/etc/cni/net.d":  env.Folder + "/cni",
	"/opt":            env.Folder + "/opt",
}

// mountAll makes writable what an unprivileged container has read-only, and puts the kept folders in place.
func mountAll() error {
	if err := os.MkdirAll(env.RunFolder, 0o755); err != nil {
		return err
	}
	if err := remountWritable(); err != nil {
		return err
	}
	for target, source := range kept {
		if err := bind(source, target); err != nil {
			return err
		}
	}
	// Pods' mounts appear in kubelet's and containerd's namespaces alike, which CSI drivers and CNI agents count on.
	if err := unix.Mount("", "/", "", unix.MS_REC|unix.MS_SHARED, ""); err != nil {
		return fmt.Errorf("sharing mounts: %w", err)
	}
	return ensureKmsg()
}

// remountWritable covers /sys with its cgroups. Engines mount them read-only unless a container is privileged.
func remountWritable() error {
	table, err := os.ReadFile("/proc/self/mountinfo")
	if err != nil {
		return err
	}
	for _, mount := range parseMounts(string(table)) {
		if !mount.readOnly || !(mount.target == "/sys" || strings.HasPrefix(mount.target, cgroupRoot)) {
			continue
		}
		flags := uintptr(unix.MS_REMOUNT | unix.MS_BIND | unix.MS_NOSUID | unix.MS_NODEV | unix.MS_NOEXEC | unix.MS_RELATIME)
		if err := unix.Mount("", mount.target, "", flags, ""); err != nil {
			return fmt.Errorf("making %s writable: %w", mount.target, err)
		}
	}
	return nil
}

func bind(source, target string) error {
	for _, folder := range []string{source, target} {
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return err
		}
	}
	if err := unix.Mount(source, target, "", unix.MS_BIND|unix.MS_REC, ""); err != nil {
		return fmt.Errorf("binding %s to %s: %w", source, target, err)
	}
	return nil
}

// ensureKmsg gives kubelet something to open where the engine hands out no kernel log: it watches it for memory
// shortage and does not start without.
func ensureKmsg() error {
	if _, err := os.Stat("/dev/kmsg"); err == nil {
		return nil
	}
	return os.Symlink("/dev/null", "/dev/kmsg")
}

// mount is one line of mountinfo.
type mount struct {
	target, kind string
	readOnly     bool
	options      []string // of the file system: a version 1 cgroup's controllers are among them
}

func parseMounts(table string) []mount {
	var all []mount
	for line := range strings.Lines(table) {
		left, right, found := strings.Cut(line, " - ")
		before, after := strings.Fields(left), strings.Fields(right)
		if !found || len(before) < 6 || len(after) < 3 {
			continue
		}
		all = append(all, mount{
			target: before[4], kind: after[0],
			readOnly: strings.HasPrefix(before[5]+",", "ro,"),
			options:  strings.Split(after[2], ","),
		})
	}
	return all
}
