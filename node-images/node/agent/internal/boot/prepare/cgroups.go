package prepare

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/sys/unix"

	"dev.coracle/node/internal/boot/env"
)

const (
	cgroupRoot = "/sys/fs/cgroup"

	// servicesCgroup takes what would be in a version 2 root, which cannot hold processes and hand out controllers.
	servicesCgroup = "coracle"
)

// setUpCgroups prepares whichever version the engine mounted.
func (p *preparation) setUpCgroups() error {
	if _, err := os.Stat(cgroupRoot + "/cgroup.controllers"); err == nil {
		p.cgroup = "v2"
		return delegateV2(cgroupRoot)
	}
	p.cgroup = "v1"
	table, err := os.ReadFile("/proc/self/mountinfo")
	if err != nil {
		return err
	}
	for _, mount := range parseMounts(string(table)) {
		if mount.kind != "cgroup" {
			continue
		}
		if err := prepareV1(mount); err != nil {
			return err
		}
	}
	return nil
}

// prepareV1 makes kubelet's group in one hierarchy. Kubelet refuses to start when a mounted controller lacks its group,
// and knows nothing of `misc`, which it therefore must not see.
func prepareV1(mount mount) error {
	if slices.Contains(mount.options, "misc") {
		return unix.Unmount(mount.target, unix.MNT_DETACH)
	}
	folder := filepath.Join(mount.target, env.PodsCgroup)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	if !slices.Contains(mount.options, "cpuset") {
		return nil
	}
	// A new group has no CPUs and no memory nodes, and can then hold no process.
	for _, file := range []string{"cpuset.cpus", "cpuset.mems"} {
		if err := copyFile(filepath.Join(mount.target, file), filepath.Join(folder, file)); err != nil {
			return err
		}
	}
	return nil
}

// delegateV2 empties the root of processes and then enables every controller for the groups below it.
func delegateV2(root string) error {
	services := filepath.Join(root, servicesCgroup)
	pods := filepath.Join(root, env.PodsCgroup)
	for _, folder := range []string{services, pods} {
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return err
		}
	}
	if err := moveProcesses(filepath.Join(root, "cgroup.procs"), filepath.Join(services, "cgroup.procs")); err != nil {
		return err
	}
	for _, folder := range []string{root, pods} {
		if err := enableControllers(folder); err != nil {
			return err
		}
	}
	return nil
}

// moveProcesses writes one number at a time: the kernel takes no more. One that ended meanwhile is no error.
func moveProcesses(from, to string) error {
	numbers, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	for _, number := range strings.Fields(string(numbers)) {
		if err := os.WriteFile(to, []byte(number), 0o644); err != nil && !isGone(err) {
			return err
		}
	}
	return nil
}

func isGone(err error) bool {
	pathError, ok := err.(*os.PathError)
	return ok && pathError.Err == unix.ESRCH
}

func enableControllers(folder string) error {
	controllers, err := os.ReadFile(filepath.Join(folder, "cgroup.controllers"))
	if err != nil {
		return err
	}
	var change []string
	for _, controller := range strings.Fields(string(controllers)) {
		change = append(change, "+"+controller)
	}
	return os.WriteFile(filepath.Join(folder, "cgroup.subtree_control"), []byte(strings.Join(change, " ")), 0o644)
}

func copyFile(from, to string) error {
	content, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, content, 0o644)
}
