package staticpods

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	cri "k8s.io/cri-api/pkg/apis/runtime/v1"
)

const (
	// hostsHeader is how kubelet begins the hosts file of a pod in the node's network, which is a copy of the node's.
	hostsHeader = "# Kubernetes-managed hosts file (host network).\n"

	// containerLogs is where collectors of logs look: kubelet links each container's log there.
	containerLogs = "/var/log/containers"
)

// writeFiles makes the files that kubelet makes for each start of a container and mounts into it.
func writeFiles(mounts []*cri.Mount) error {
	var problems []error
	for _, mount := range mounts {
		switch mount.ContainerPath {
		case "/etc/hosts":
			problems = append(problems, writeHosts(mount.HostPath))
		case "/dev/termination-log":
			problems = append(problems, os.WriteFile(mount.HostPath, nil, 0o666))
		}
	}
	return errors.Join(problems...)
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
