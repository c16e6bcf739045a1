package registry

import (
	"context"
	"fmt"

	"github.com/containerd/containerd/v2/core/mount"
	"github.com/containerd/containerd/v2/core/snapshots"
	"github.com/containerd/errdefs"
	"github.com/google/uuid"
	"github.com/opencontainers/go-digest"
	"github.com/opencontainers/image-spec/identity"
	ocispec "github.com/opencontainers/image-spec/specs-go/v1"
)

// unpack sees to it that there is a snapshot for every layer of an image, from the lowest up.
func (l *local) unpack(ctx context.Context, manifest ocispec.Manifest, diffIDs []digest.Digest) error {
	parent := ""
	for i, chain := range identity.ChainIDs(append([]digest.Digest{}, diffIDs...)) {
		layer := manifest.Layers[i]
		if err := l.ensureSnapshot(ctx, chain.String(), parent, layer, diffIDs[i]); err != nil {
			return fmt.Errorf("layer %s: %w", layer.Digest, err)
		}
		where := unpacked{snapshot: chain.String(), size: layer.Size}
		l.layers.add(layer.Digest, where)
		l.layers.add(diffIDs[i], where)
		parent = chain.String()
	}
	return nil
}

func (l *local) ensureSnapshot(
	ctx context.Context, chain, parent string, layer ocispec.Descriptor, diffID digest.Digest,
) error {
	if _, err := l.snapshots.Stat(ctx, chain); !errdefs.IsNotFound(err) {
		return err
	}
	fill := func(mounts []mount.Mount) error { return l.apply(ctx, layer, diffID, mounts) }
	if _, err := l.content.Info(ctx, layer.Digest); errdefs.IsNotFound(err) {
		source, known := l.layers.find(layer.Digest)
		if !known {
			return err
		}
		fill = func(mounts []mount.Mount) error { return l.link(ctx, source, mounts) }
	}
	return l.makeSnapshot(ctx, chain, parent, fill)
}

// makeSnapshot prepares a snapshot on its parent, fills it and commits it under its chain id.
func (l *local) makeSnapshot(ctx context.Context, chain, parent string, fill func([]mount.Mount) error) error {
	key := "coracle-load-" + uuid.NewString()
	mounts, err := l.snapshots.Prepare(ctx, key, parent)
	if err != nil {
		return err
	}
	if err := fill(mounts); err != nil {
		_ = l.snapshots.Remove(ctx, key) // the lease's end removes it too
		return err
	}
	reference := snapshots.WithLabels(map[string]string{"containerd.io/snapshot.ref": chain})
	err = l.snapshots.Commit(ctx, chain, key, reference)
	if errdefs.IsAlreadyExists(err) { // a pull at the same time was faster
		return l.snapshots.Remove(ctx, key)
	}
	return err
}

func (l *local) apply(
	ctx context.Context, layer ocispec.Descriptor, diffID digest.Digest, mounts []mount.Mount,
) error {
	applied, err := l.differ.Apply(ctx, layer, mounts)
	if err != nil {
		return err
	}
	if applied.Digest != diffID {
		return fmt.Errorf("holds %s in place of %s: %w", applied.Digest, diffID, errdefs.ErrInvalidArgument)
	}
	return nil
}

// link fills a snapshot with the files of the same layer in another.
func (l *local) link(ctx context.Context, source unpacked, mounts []mount.Mount) error {
	view := "coracle-load-" + uuid.NewString()
	lower, err := l.snapshots.View(ctx, view, source.snapshot)
	if err != nil {
		return err
	}
	defer func() { _ = l.snapshots.Remove(ctx, view) }()
	from, err := topFolder(lower)
	if err != nil {
		return err
	}
	to, err := topFolder(mounts)
	if err != nil {
		return err
	}
	return linkTree(from, to)
}
