package surroundings

import (
	"context"
	"fmt"
	"time"

	cri "k8s.io/cri-api/pkg/apis/runtime/v1"

	"dev.coracle/node/internal/boot/await"
	"dev.coracle/node/internal/boot/containerd"
)

const (
	// startsTimeout is more than containerd takes to give up a start that nobody waits for any more. A container that was
	// made and never asked to start looks the same, and must not be waited for longer.
	startsTimeout = 2 * time.Second

	askEvery = 20 * time.Millisecond
)

// awaitStarts lets containerd end the starts that kubelet left behind. Cut short in one, it would leave control groups
// without a container, for each of which kubelet waits 3 s at its every start.
func awaitStarts(ctx context.Context) error {
	client, err := containerd.Connect()
	if err != nil {
		return err
	}
	defer client.Close()
	return awaitNoStart(ctx, client)
}

func awaitNoStart(ctx context.Context, runtime cri.RuntimeServiceClient) error {
	return await.Until(ctx, "containerd", startsTimeout, askEvery, func(ctx context.Context) error {
		made, err := runtime.ListContainers(ctx, &cri.ListContainersRequest{Filter: &cri.ContainerFilter{
			State: &cri.ContainerStateValue{State: cri.ContainerState_CONTAINER_CREATED},
		}})
		if err != nil || len(made.Containers) == 0 {
			return err
		}
		return fmt.Errorf("%s has yet to run", made.Containers[0].Id)
	})
}
