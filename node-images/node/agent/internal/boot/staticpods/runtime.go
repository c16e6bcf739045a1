package staticpods

import (
	"context"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	cri "k8s.io/cri-api/pkg/apis/runtime/v1"

	"dev.coracle/node/internal/boot/containerd"
)

const askEvery = 5 * time.Millisecond

// runtime is this node's containerd, and where a node keeps what kubelet makes beside it.
type runtime struct {
	containerd.Client
	// groups is where control groups are mounted, logs where containers' logs are linked.
	groups, logs string
}

func connect() (runtime, error) {
	client, err := containerd.Connect()
	return runtime{Client: client, groups: "/sys/fs/cgroup", logs: containerLogs}, err
}

// await returns when containerd takes requests: it listens a little earlier.
func (r runtime) await(ctx context.Context) error {
	for {
		_, err := r.Version(ctx, &cri.VersionRequest{})
		if status.Code(err) != codes.Unavailable {
			return err
		}
		select {
		case <-ctx.Done():
			return err
		case <-time.After(askEvery):
		}
	}
}

// attempts are the next free numbers of a pod's sandbox and container: they are part of names that are taken for as long as
// containerd knows those of earlier boots.
func (r runtime) attempts(ctx context.Context, uid string) (sandbox, container uint32, err error) {
	labels := map[string]string{containerd.UIDLabel: uid}
	sandboxes, err := r.ListPodSandbox(ctx, &cri.ListPodSandboxRequest{Filter: &cri.PodSandboxFilter{LabelSelector: labels}})
	if err != nil {
		return 0, 0, err
	}
	containers, err := r.ListContainers(ctx, &cri.ListContainersRequest{Filter: &cri.ContainerFilter{LabelSelector: labels}})
	if err != nil {
		return 0, 0, err
	}
	for _, item := range sandboxes.Items {
		sandbox = max(sandbox, item.Metadata.Attempt+1)
	}
	for _, item := range containers.Containers {
		container = max(container, item.Metadata.Attempt+1)
	}
	return sandbox, container, nil
}
