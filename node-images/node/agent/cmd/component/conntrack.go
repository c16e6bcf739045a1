package main

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// The limits of connection tracking belong to the whole machine: the kernel lets nobody set them from the network
// namespace of a container. kube-proxy, told nothing else (plain `kubeadm init`), wants to, and ends where it cannot.
const (
	mostConnections = "/proc/sys/net/netfilter/nf_conntrack_max"
	hashSize        = "/sys/module/nf_conntrack/parameters/hashsize"
)

// shieldConntrackLimits puts a copy over each limit, in the mounts of this pod alone: kube-proxy finds the value that
// counts, writes its own to the copy, and goes on.
func shieldConntrackLimits() error {
	if isWritable(mostConnections) {
		return nil
	}
	return errors.Join(shield(mostConnections), shield(hashSize))
}

// isWritable opens the file, which writes nothing: permission bits do not tell for those of the kernel.
func isWritable(path string) bool {
	file, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return false
	}
	return file.Close() == nil
}

func shield(path string) error {
	copied, err := copyOf(path)
	if err != nil {
		return err
	}
	return unix.Mount(copied, path, "", unix.MS_BIND, "")
}

func copyOf(path string) (string, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	file, err := os.CreateTemp("", "limit-")
	if err != nil {
		return "", err
	}
	_, err = file.Write(content)
	return file.Name(), errors.Join(err, file.Close())
}
