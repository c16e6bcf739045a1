package systemimages

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"os"
	"path/filepath"

	"github.com/containerd/containerd/v2/pkg/namespaces"
)

// markerPath remembers, on the node's volume, which node image the volume was last brought up to.
func markerPath() string { return filepath.Join(containerdRoot, "coracle-image") }

// Reconcile is the command of every boot, before containerd starts: it records the layers and images of this node
// image on the node's volume. Where they are recorded already it only compares two short files.
func Reconcile(args []string) error {
	flags := flag.NewFlagSet("reconcile", flag.ContinueOnError)
	force := flags.Bool("force", false, "also when the volume was last used with this same image")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if !*force && isReconciled() {
		return nil
	}
	return reconcile(context.Background())
}

func isReconciled() bool {
	now, err := os.ReadFile(identityPath())
	if err != nil {
		return false
	}
	then, err := os.ReadFile(markerPath())
	return err == nil && bytes.Equal(now, then)
}

func reconcile(ctx context.Context) error {
	catalogue, err := readCatalogue(cataloguePath())
	if err != nil {
		return err
	}
	ctx = namespaces.WithNamespace(ctx, namespace)
	store, err := openStore(ctx, containerdRoot)
	if err != nil {
		return err
	}
	if err := errors.Join(store.bringUpTo(ctx, catalogue), store.close()); err != nil {
		return err
	}
	return remember()
}

func (s *store) bringUpTo(ctx context.Context, catalogue *catalogue) error {
	if err := s.addLayers(ctx, catalogue.Layers); err != nil {
		return err
	}
	if err := s.addImages(ctx, catalogue.Images); err != nil {
		return err
	}
	return s.releaseImages(ctx, catalogue.Images)
}

// remember comes last, so that a boot that was interrupted is repeated by the next.
func remember() error {
	identity, err := os.ReadFile(identityPath())
	if err != nil {
		return err
	}
	return os.WriteFile(markerPath(), identity, 0o644)
}
