package staticpods

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	cri "k8s.io/cri-api/pkg/apis/runtime/v1"

	"dev.coracle/node/internal/boot/containerd"
)

// Remember keeps the pods of a node, whose API server is ready, for the next boot.
func Remember(ctx context.Context, node string) error {
	basis, err := basisOf("/")
	if err != nil {
		return err
	}
	if known, err := recall(memoryPath); err == nil && known.Basis == basis {
		return nil
	}
	asked, err := ask(ctx, node, basis)
	if err != nil {
		return err
	}
	return keep(memoryPath, asked)
}

// ask has containerd tell what kubelet said.
func ask(ctx context.Context, node, basis string) (memory, error) {
	runtime, err := connect()
	if err != nil {
		return memory{}, err
	}
	defer runtime.Close()
	asked := memory{Basis: basis, Pods: make([]pod, len(names))}
	for i, name := range names {
		if asked.Pods[i], err = runtime.describe(ctx, name, node); err != nil {
			return memory{}, fmt.Errorf("%s: %w", name, err)
		}
	}
	return asked, nil
}

func (r runtime) describe(ctx context.Context, name, node string) (pod, error) {
	running, err := r.ListContainers(ctx, &cri.ListContainersRequest{Filter: &cri.ContainerFilter{
		State: &cri.ContainerStateValue{State: cri.ContainerState_CONTAINER_RUNNING},
		LabelSelector: map[string]string{
			containerd.NamespaceLabel: "kube-system", containerd.PodLabel: name + "-" + node,
		},
	}})
	if err != nil {
		return pod{}, err
	}
	if len(running.Containers) != 1 {
		return pod{}, fmt.Errorf("it has %d running containers, not one", len(running.Containers))
	}
	described, err := r.configured(ctx, running.Containers[0].Id, running.Containers[0].PodSandboxId)
	if err != nil {
		return pod{}, err
	}
	return described, described.check()
}

func (r runtime) configured(ctx context.Context, container, sandbox string) (pod, error) {
	inner, err := r.ContainerStatus(ctx, &cri.ContainerStatusRequest{ContainerId: container, Verbose: true})
	if err != nil {
		return pod{}, err
	}
	outer, err := r.PodSandboxStatus(ctx, &cri.PodSandboxStatusRequest{PodSandboxId: sandbox, Verbose: true})
	if err != nil {
		return pod{}, err
	}
	var found pod
	if found.Container, err = config[cri.ContainerConfig](inner.Info); err != nil {
		return pod{}, err
	}
	found.Sandbox, err = config[cri.PodSandboxConfig](outer.Info)
	return found, err
}

// config is part of containerd's verbose answers, where it is JSON in a text.
func config[T any](info map[string]string) (*T, error) {
	var verbose struct{ Config *T }
	if err := json.Unmarshal([]byte(info["info"]), &verbose); err != nil {
		return nil, err
	}
	if verbose.Config == nil {
		return nil, errors.New("containerd does not tell its configuration")
	}
	return verbose.Config, nil
}

// check refuses what kubeadm never writes: limits, which kubelet also sets on the pod's group.
func (p pod) check() error {
	resources := p.Container.Linux.Resources
	if resources.MemoryLimitInBytes != 0 || resources.CpuQuota != 0 {
		return errors.New("it has limits")
	}
	return nil
}
