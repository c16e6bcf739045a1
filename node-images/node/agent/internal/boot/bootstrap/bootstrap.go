// Package bootstrap is the second part of a boot, run once beside the services: it configures the node at its first
// boot, lets kubelet go, and reports what has come up. It ends when there is nothing left to wait for.
package bootstrap

import (
	"context"
	"errors"
	"log"
	"os"
	"sync"

	"dev.coracle/node/internal/autopause"
	"dev.coracle/node/internal/boot/env"
	"dev.coracle/node/internal/boot/event"
	"dev.coracle/node/internal/boot/network"
	"dev.coracle/node/internal/boot/service"
	"dev.coracle/node/internal/boot/staticpods"
)

// Run does everything at once that does not have to wait for something else. A failure was reported as an event.
func Run([]string) error {
	log.SetFlags(log.LstdFlags | log.Lmicroseconds)
	node, err := env.Load()
	if err != nil {
		return err
	}
	ctx := context.Background()
	var side sync.WaitGroup
	side.Go(func() { network.RefineHostAlias(ctx) })
	defer side.Wait()
	booting, booted := context.WithCancel(ctx)
	side.Go(func() { autopause.KeepOthersAwake(booting, node) })
	defer booted()
	seen := newCrashes(podLogs)
	side.Go(func() { watchEnds(booting, seen) })
	if err := bring(ctx, node, seen); err != nil {
		return err
	}
	// A node that is not ready is not idle.
	return autopause.On(node)
}

// bring follows the order of events in docs/node-contract.md.
func bring(ctx context.Context, node env.Node, seen *crashes) error {
	containerd := make(chan error, 1)
	go func() { containerd <- awaitContainerd(ctx) }()
	if node.Bootstrap == env.Bare {
		return bringBare(containerd)
	}
	configuring := configure(ctx, node)
	if err := errors.Join(<-containerd, configuring); err != nil {
		return err
	}
	if node.Bootstrap == env.Worker {
		return bringWorker(ctx, node)
	}
	return bringControlPlane(ctx, node, seen)
}

// bringBare starts kubelet only where the user's kubeadm has configured it at an earlier boot.
func bringBare(containerd <-chan error) error {
	if err := <-containerd; err != nil {
		return err
	}
	if _, err := os.Stat(kubeletConfig); err != nil {
		return nil
	}
	return startKubelet()
}

// bringWorker holds kubelet back until the API answers: its registration sleeps up to 7 s between tries.
func bringWorker(ctx context.Context, node env.Node) error {
	if err := step("api", awaitEndpoint(ctx, node)); err != nil {
		return err
	}
	event.Emit("api-ready", nil)
	if err := startKubelet(); err != nil {
		return err
	}
	return awaitClusterDNS(ctx, node)
}

func bringControlPlane(ctx context.Context, node env.Node, seen *crashes) error {
	recorded := exists(recordedMarker)
	if !recorded {
		holdAPIPort(ctx)
	}
	if err := staticpods.Start(ctx, node.Name); err != nil {
		log.Printf("kubelet is to start the static pods: %v", err)
	}
	if recorded {
		go holdAtLaterBoot(ctx, node, seen)
	}
	waiting := holdControllers(node, recorded)
	if err := startKubelet(); err != nil {
		return err
	}
	if err := step("api", awaitOwnAPI(ctx, questionOf(node, recorded))); err != nil {
		return err
	}
	waiting.watch(ctx)
	awaitKubelet(ctx)
	event.Emit("api-ready", nil)
	recording := make(chan error, 1)
	go func() { recording <- record(ctx) }()
	dns := awaitClusterDNS(ctx, node)
	waiting.found(ctx)
	return errors.Join(dns, <-recording)
}

func startKubelet() error {
	if err := step("kubelet", service.Start(service.Kubelet)); err != nil {
		return err
	}
	event.Emit("kubelet-started", nil)
	return nil
}

// step reports a failure once, where it happened.
func step(name string, err error) error {
	if err != nil {
		event.Failed(name, err)
	}
	return err
}
