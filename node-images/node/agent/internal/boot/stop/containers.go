package stop

import (
	"context"
	"errors"
	"sync"
	"time"

	cri "k8s.io/cri-api/pkg/apis/runtime/v1"

	"dev.coracle/node/internal/boot/containerd"
)

const (
	// listTimeout bounds the question to a containerd that hangs.
	listTimeout = 5 * time.Second

	// sandboxTimeout bounds the removal of every pod's network and its last process.
	sandboxTimeout = 30 * time.Second

	// listensAfter is the age at which a program surely listens for signals.
	listensAfter = time.Second

	// killTimeout is what containerd may take, after the grace, to kill what is left.
	killTimeout = 5 * time.Second
)

// withRuntime hands containerd's runtime to an action.
func withRuntime(action func(cri.RuntimeServiceClient) error) error {
	client, err := containerd.Connect()
	if err != nil {
		return err
	}
	defer client.Close()
	return action(client)
}

// stopContainers ends stage by stage. Sandboxes hold nothing and end with the node.
func stopContainers(ctx context.Context, grace time.Duration) error {
	return withRuntime(func(runtime cri.RuntimeServiceClient) error {
		running, err := list(ctx, runtime)
		if err != nil {
			return err
		}
		var problems []error
		for which, containers := range group(running) {
			problems = append(problems, stopAll(ctx, runtime, containers, graceOfStage(stage(which), grace)))
		}
		return errors.Join(problems...)
	})
}

// stopSandboxes ends what is left of pods in a node that goes on without them.
func stopSandboxes(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, sandboxTimeout)
	defer cancel()
	return withRuntime(func(runtime cri.RuntimeServiceClient) error {
		response, err := runtime.ListPodSandbox(ctx, &cri.ListPodSandboxRequest{})
		if err != nil {
			return err
		}
		problems := make([]error, len(response.Items))
		var all sync.WaitGroup
		for i, sandbox := range response.Items {
			all.Go(func() {
				_, problems[i] = runtime.StopPodSandbox(ctx, &cri.StopPodSandboxRequest{PodSandboxId: sandbox.Id})
			})
		}
		all.Wait()
		return errors.Join(problems...)
	})
}

func list(ctx context.Context, runtime cri.RuntimeServiceClient) ([]*cri.Container, error) {
	ctx, cancel := context.WithTimeout(ctx, listTimeout)
	defer cancel()
	response, err := runtime.ListContainers(ctx, &cri.ListContainersRequest{Filter: &cri.ContainerFilter{
		State: &cri.ContainerStateValue{State: cri.ContainerState_CONTAINER_RUNNING},
	}})
	if err != nil {
		return nil, err
	}
	return response.Containers, nil
}

// untilItListens is how long a container is left alone that was only just made: before its program has begun to listen for
// signals, the kernel keeps them from the first process of a container, and it would be waited for in vain.
func untilItListens(container *cri.Container, now time.Time) time.Duration {
	return min(listensAfter, max(0, time.Unix(0, container.CreatedAt).Add(listensAfter).Sub(now)))
}

// stopAll sends every container its stop signal at the same time and waits for all.
func stopAll(ctx context.Context, runtime cri.RuntimeServiceClient, containers []*cri.Container, grace time.Duration) error {
	ctx, cancel := context.WithTimeout(ctx, grace+killTimeout)
	defer cancel()
	problems := make([]error, len(containers))
	var all sync.WaitGroup
	for i, container := range containers {
		all.Go(func() {
			grace := graceOf(container, grace)
			if grace > 0 {
				time.Sleep(untilItListens(container, time.Now()))
			}
			_, problems[i] = runtime.StopContainer(ctx, &cri.StopContainerRequest{
				ContainerId: container.Id, Timeout: int64(grace.Seconds()),
			})
		})
	}
	all.Wait()
	return errors.Join(problems...)
}
