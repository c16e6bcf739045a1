package staticpods

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os/exec"
	"time"

	"dev.coracle/node/internal/boot/env"
	"dev.coracle/node/internal/boot/network"
)

const (
	// kubernetes is the binary of all programs of Kubernetes, by one of its names: it goes by the name that it is called with.
	kubernetes = "/usr/local/bin/kubelet"

	// program has kubelet's packages say how kubelet would start static pods: ../kubernetes/kube/staticpods.
	program = "static-pods"

	// sayTimeout bounds the program, which takes a tenth of a second.
	sayTimeout = 10 * time.Second
)

// words are those of an earlier boot, or new ones where something that they follow from has changed.
func words(ctx context.Context, node string) ([]pod, error) {
	basis, err := basisOf("/")
	if err != nil {
		return nil, err
	}
	if known, err := recall(memoryPath); err == nil && known.Basis == basis {
		return known.Pods, nil
	}
	pods, err := say(ctx, kubernetes, node)
	if err != nil {
		return nil, err
	}
	return pods, keep(memoryPath, memory{Basis: basis, Pods: pods})
}

// say runs the program of a binary.
func say(ctx context.Context, binary, node string) ([]pod, error) {
	ctx, cancel := context.WithTimeout(ctx, sayTimeout)
	defer cancel()
	command := exec.CommandContext(ctx, binary)
	command.Args = append([]string{program, "-node=" + node, "-manifests=" + manifests,
		"-cgroup-root=" + env.PodsCgroup, "-resolv-conf=" + network.ResolvConf}, names...)
	var problem bytes.Buffer
	command.Stderr = &problem
	output, err := command.Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w\n%s", program, err, problem.String())
	}
	var pods []pod
	return pods, json.Unmarshal(output, &pods)
}
