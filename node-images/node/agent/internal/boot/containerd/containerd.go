// Package containerd speaks to the runtime of the node as kubelet does: by the Container Runtime Interface, and with kubelet's labels.
package containerd

import (
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	runtimeapi "k8s.io/cri-api/pkg/apis/runtime/v1"
)

const socket = "unix:///run/containerd/containerd.sock"

// Labels that kubelet gives to sandboxes and containers.
const (
	NamespaceLabel = "io.kubernetes.pod.namespace"
	UIDLabel       = "io.kubernetes.pod.uid"
	ContainerLabel = "io.kubernetes.container.name"
)

// Client is both services of the interface, over one connection.
type Client struct {
	runtimeapi.RuntimeServiceClient
	runtimeapi.ImageServiceClient
	connection *grpc.ClientConn
}

// Connect does not wait for containerd: requests fail while it is not there.
func Connect() (Client, error) {
	connection, err := grpc.NewClient(socket, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return Client{}, err
	}
	return Client{
		RuntimeServiceClient: runtimeapi.NewRuntimeServiceClient(connection),
		ImageServiceClient:   runtimeapi.NewImageServiceClient(connection),
		connection:           connection,
	}, nil
}

// Close ends the connection.
func (c Client) Close() error { return c.connection.Close() }
