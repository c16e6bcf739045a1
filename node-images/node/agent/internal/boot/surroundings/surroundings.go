// Package surroundings has a running node take other proxies and authorities than those it booted with.
package surroundings

import (
	"context"
	"errors"
	"log"

	"dev.coracle/node/internal/autopause"
	"dev.coracle/node/internal/boot/bootstrap"
	"dev.coracle/node/internal/boot/env"
	"dev.coracle/node/internal/boot/kubelet"
	"dev.coracle/node/internal/boot/prepare"
	"dev.coracle/node/internal/boot/service"
)

// Apply is run when the files in env.Folder were changed. containerd and kubelet read proxies when they start, and a Go
// program reads the authorities of its system once: both start anew, which pods do not notice.
func Apply([]string) error {
	node, err := env.Load()
	if err != nil {
		return err
	}
	if err := autopause.Wake(nil); err != nil {
		return err
	}
	if err := errors.Join(prepare.TrustAnew(), prepare.WriteContainerdSettings(node)); err != nil {
		return err
	}
	return kubelet.RestartAround(restartContainerd)
}

// restartContainerd returns when the new one takes connections: what comes next may be a pull.
func restartContainerd() error {
	if err := awaitStarts(context.Background()); err != nil {
		// A containerd that does not answer has all the more to start anew.
		log.Print(err)
	}
	if err := service.StopAndWait(service.Containerd); err != nil {
		return err
	}
	if err := service.Start(service.Containerd); err != nil {
		return err
	}
	return bootstrap.AwaitContainerd(context.Background())
}
