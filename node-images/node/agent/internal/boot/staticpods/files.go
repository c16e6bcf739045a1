package staticpods

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

const (
	// hostsHeader is how kubelet begins the hosts file of a pod in the node's network, which is a copy of the node's.
	hostsHeader = "# Kubernetes-managed hosts file (host network).\n"

	// containerLogs is where collectors of logs look: kubelet links each container's log there.
	containerLogs = "/var/log/containers"
)

// writeFiles makes the folders and files that kubelet makes for a container: those that it mounts, and those of its log.
func (r runtime) writeFiles(pod pod) error {
	log := filepath.Join(pod.Sandbox.LogDirectory, pod.Container.Metadata.Name)
	problems := []error{os.MkdirAll(log, 0o755), os.MkdirAll(r.logs, 0o755)}
	for _, mount := range pod.Container.Mounts {
		switch mount.ContainerPath {
		case "/etc/hosts":
			problems = append(problems, inFolder(mount.HostPath, writeHosts))
		case "/dev/termination-log":
			problems = append(problems, inFolder(mount.HostPath, writeNothing))
		}
	}
	return errors.Join(problems...)
}

// inFolder makes a file and, at a first boot, its folder.
func inFolder(path string, file func(string) error) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
		return err
	}
	return file(path)
}

// writeNothing is for what the container may write: kubelet reads the reason of its end there.
func writeNothing(path string) error {
	return errors.Join(os.WriteFile(path, nil, 0o666), os.Chmod(path, 0o666))
}

func writeHosts(path string) error {
	hosts, err := os.ReadFile("/etc/hosts")
	if err != nil {
		return err
	}
	return os.WriteFile(path, append([]byte(hostsHeader), hosts...), 0o644)
}

// share gives a pod's group the part of the processor that its only container has: kubelet does so when it makes the group.
func share(root, group, container string) error {
	pod, file := filepath.Join(root, group), "cpu.weight"
	if _, err := os.Stat(filepath.Join(root, "cgroup.controllers")); err != nil {
		pod, file = filepath.Join(root, "cpu", group), "cpu.shares"
	}
	part, err := os.ReadFile(filepath.Join(pod, container, file))
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(pod, file), part, 0o644)
}

// link makes a container's log known in a folder of links, by the name that kubelet gives to the link.
func link(folder string, pod pod, container string) error {
	name := fmt.Sprintf("%s_%s_%s-%s.log",
		pod.Sandbox.Metadata.Name, pod.Sandbox.Metadata.Namespace, pod.Container.Metadata.Name, container)
	return os.Symlink(filepath.Join(pod.Sandbox.LogDirectory, pod.Container.LogPath), filepath.Join(folder, name))
}
