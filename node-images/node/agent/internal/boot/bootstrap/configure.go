package bootstrap

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"dev.coracle/node/internal/boot/env"
	"dev.coracle/node/internal/boot/event"
)

const (
	kubeletFolder = "/var/lib/kubelet"
	kubeletConfig = kubeletFolder + "/config.yaml"

	configuredMarker = env.Folder + "/configured"
	recordedMarker   = env.Folder + "/recorded"
)

// workerFiles are written by the library, as kubeadm would write them on a node that joins.
var workerFiles = []string{"config.yaml", "kubeadm-flags.env"}

// configure does its work at the first boot only; a first boot that was cut short is repeated.
func configure(ctx context.Context, node env.Node) error {
	if !exists(configuredMarker) {
		if err := step("configure", configureOnce(ctx, node)); err != nil {
			return err
		}
	}
	event.Emit("configured", nil)
	return nil
}

func configureOnce(ctx context.Context, node env.Node) error {
	var err error
	if node.Bootstrap == env.Worker {
		err = copyWorkerFiles(env.Folder+"/kubelet", kubeletFolder)
	} else {
		err = configureControlPlane(ctx, node)
	}
	if err != nil {
		return err
	}
	return mark(configuredMarker)
}

// configureControlPlane restores etcd while kubeadm writes: neither needs the other's files.
func configureControlPlane(ctx context.Context, node env.Node) error {
	seeding := make(chan error, 1)
	go func() { seeding <- seedEtcd(ctx, node) }()
	return errors.Join(runProgram(ctx, nil, "kubeadm", initArguments(configurePhases)...), <-seeding)
}

func copyWorkerFiles(from, to string) error {
	if err := os.MkdirAll(to, 0o750); err != nil {
		return err
	}
	for _, name := range workerFiles {
		content, err := os.ReadFile(filepath.Join(from, name))
		if err != nil {
			return fmt.Errorf("a worker needs kubelet's files: %w", err)
		}
		if err := os.WriteFile(filepath.Join(to, name), content, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// mark is durable: a marker must not outlive what it stands for, nor get lost after it.
func mark(path string) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	return errors.Join(file.Sync(), file.Close())
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
