package bootstrap

import (
	"context"
	"log"
	"net"
	"time"

	"dev.coracle/node/internal/boot/await"
	"dev.coracle/node/internal/boot/env"
	"dev.coracle/node/internal/boot/event"
	"dev.coracle/node/internal/health"
)

const (
	containerdSocket  = "/run/containerd/containerd.sock"
	containerdTimeout = time.Minute

	// apiTimeout is long: a small machine may be busy, and a control plane on another node may come up last.
	apiTimeout = 10 * time.Minute

	dnsTimeout = 10 * time.Minute
	askEvery   = 50 * time.Millisecond

	// kubeletPatience is longer than it takes to see that kubelet never comes up, on a slow machine too: watchEnds.
	kubeletPatience = 20 * time.Second

	// tryEvery is between the tries of a wait. A try is a system call or two, not a process.
	tryEvery = 10 * time.Millisecond
)

// AwaitContainerd waits until containerd takes connections.
func AwaitContainerd(ctx context.Context) error {
	return await.Until(ctx, "containerd", containerdTimeout, tryEvery, func(ctx context.Context) error {
		return canConnect(ctx, "unix", containerdSocket)
	})
}

func awaitContainerd(ctx context.Context) error {
	if err := step("containerd", AwaitContainerd(ctx)); err != nil {
		return err
	}
	event.Emit("containerd-ready", nil)
	return nil
}

func canConnect(ctx context.Context, network, address string) error {
	connection, err := new(net.Dialer).DialContext(ctx, network, address)
	if err != nil {
		return err
	}
	return connection.Close()
}

// awaitClusterDNS is for nodes whose network is the node's own work: a user's CNI may come hours later.
func awaitClusterDNS(ctx context.Context, node env.Node) error {
	if !node.OwnNetwork() || node.DNSIP == "" {
		return nil
	}
	server := net.JoinHostPort(node.DNSIP, "53")
	err := await.Until(ctx, "cluster DNS", dnsTimeout, askEvery, func(context.Context) error {
		return askClusterDNS(server)
	})
	if err := step("dns", err); err != nil {
		return err
	}
	event.Emit("dns-ready", nil)
	return nil
}

// awaitKubelet lets a kubelet that never comes up be reported as that, where an API server is ready without it. One that
// answers elsewhere is believed in after a while.
func awaitKubelet(ctx context.Context) {
	err := await.Until(ctx, "kubelet", kubeletPatience, tryEvery, func(ctx context.Context) error {
		return canConnect(ctx, "tcp", health.KubeletAddress)
	})
	if err != nil {
		log.Print(err)
	}
}
