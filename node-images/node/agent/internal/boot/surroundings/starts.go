package surroundings

import (
	"context"
	"log"
	"time"

	cri "k8s.io/cri-api/pkg/apis/runtime/v1"

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
func awaitStarts(ctx context.Context) {
	client, err := containerd.Connect()
	if err != nil {
		log.Printf("starts of containers are not waited for: %v", err)
		return
	}
	defer client.Close()
	ctx, cancel := context.WithTimeout(ctx, startsTimeout)
	defer cancel()
	awaitNoStart(ctx, client)
}

func awaitNoStart(ctx context.Context, runtime cri.RuntimeServiceClient) {
	for starts(ctx, runtime) && ctx.Err() == nil {
		time.Sleep(askEvery)
	}
}

// starts tells whether containerd knows a container that has yet to run.
func starts(ctx context.Context, runtime cri.RuntimeServiceClient) bool {
	made, err := runtime.ListContainers(ctx, &cri.ListContainersRequest{Filter: &cri.ContainerFilter{
		State: &cri.ContainerStateValue{State: cri.ContainerState_CONTAINER_CREATED},
	}})
	return err == nil && len(made.Containers) > 0
}
