package registry

import (
	"context"
	"fmt"
	"time"

	contentapi "github.com/containerd/containerd/api/services/content/v1"
	diffapi "github.com/containerd/containerd/api/services/diff/v1"
	imagesapi "github.com/containerd/containerd/api/services/images/v1"
	leasesapi "github.com/containerd/containerd/api/services/leases/v1"
	snapshotsapi "github.com/containerd/containerd/api/services/snapshots/v1"
	"github.com/containerd/containerd/v2/core/content"
	contentproxy "github.com/containerd/containerd/v2/core/content/proxy"
	"github.com/containerd/containerd/v2/core/diff"
	diffproxy "github.com/containerd/containerd/v2/core/diff/proxy"
	"github.com/containerd/containerd/v2/core/leases"
	leasesproxy "github.com/containerd/containerd/v2/core/leases/proxy"
	"github.com/containerd/containerd/v2/core/snapshots"
	snapshotsproxy "github.com/containerd/containerd/v2/core/snapshots/proxy"
	"github.com/containerd/containerd/v2/defaults"
	"github.com/containerd/containerd/v2/pkg/namespaces"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	runtimeapi "k8s.io/cri-api/pkg/apis/runtime/v1"
)

const (
	snapshotter = "overlayfs"
	// leaseLife bounds how long a load that was killed keeps its blobs from the garbage collector.
	leaseLife = time.Hour
)

// containerd is this node's, seen through the services that a load needs. The client package would do, but brings
// everything that runs containers.
type containerd struct {
	content   content.Store
	snapshots snapshots.Snapshotter
	differ    diff.Applier
	images    imagesapi.ImagesClient
	leases    leases.Manager
	cri       runtimeapi.ImageServiceClient
}

// connect finds containerd at its socket.
func connect(socket string) (*containerd, *grpc.ClientConn, error) {
	connection, err := grpc.NewClient("unix://"+socket,
		grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithDefaultCallOptions(
			grpc.MaxCallRecvMsgSize(defaults.DefaultMaxRecvMsgSize),
			grpc.MaxCallSendMsgSize(defaults.DefaultMaxSendMsgSize)))
	if err != nil {
		return nil, nil, err
	}
	applier, ok := diffproxy.NewDiffApplier(diffapi.NewDiffClient(connection)).(diff.Applier)
	if !ok {
		return nil, nil, fmt.Errorf("containerd's differ cannot apply layers")
	}
	return &containerd{
		content:   contentproxy.NewContentStore(contentapi.NewContentClient(connection)),
		snapshots: snapshotsproxy.NewSnapshotter(snapshotsapi.NewSnapshotsClient(connection), snapshotter),
		differ:    applier,
		images:    imagesapi.NewImagesClient(connection),
		leases:    leasesproxy.NewLeaseManager(leasesapi.NewLeasesClient(connection)),
		cri:       runtimeapi.NewImageServiceClient(connection),
	}, connection, nil
}

// lease keeps what this load brings from the garbage collector until an image refers to it. What is left over then,
// the packed layers above all, is collected before end returns.
func (c *containerd) lease(ctx context.Context) (leased context.Context, end func() error, err error) {
	ctx = namespaces.WithNamespace(ctx, "k8s.io")
	lease, err := c.leases.Create(ctx, leases.WithRandomID(), leases.WithExpiration(leaseLife))
	if err != nil {
		return nil, nil, err
	}
	end = func() error {
		return c.leases.Delete(context.WithoutCancel(ctx), lease, leases.SynchronousDelete)
	}
	return leases.WithLease(ctx, lease.ID), end, nil
}
