package systemimages

import (
	"context"
	"os"

	"github.com/containerd/containerd/v2/core/snapshots"
	"github.com/containerd/errdefs"
)

// addLayers makes every layer of the catalogue a committed snapshot whose files are a link into the node image.
func (s *store) addLayers(ctx context.Context, layers []layer) error {
	for _, layer := range layers {
		_, err := s.snapshots().Stat(ctx, layer.ChainID.String())
		if errdefs.IsNotFound(err) {
			err = s.addLayer(ctx, layer)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// addLayer links the folder before the snapshot is committed: a crash between the two leaves no empty layer behind.
func (s *store) addLayer(ctx context.Context, layer layer) error {
	key := "preload-" + layer.ChainID.Encoded()
	if err := s.snapshots().Remove(ctx, key); err != nil && !errdefs.IsNotFound(err) {
		return err
	}
	if _, err := s.snapshots().Prepare(ctx, key, layer.Parent.String()); err != nil {
		return err
	}
	folders, err := s.folders(ctx)
	if err != nil {
		return err
	}
	if err := os.Remove(folders[key]); err != nil {
		return err
	}
	if err := os.Symlink(layer.folder(), folders[key]); err != nil {
		return err
	}
	return s.snapshots().Commit(ctx, layer.ChainID.String(), key)
}

// parents returns the parent of every snapshot by key, and the keys of those that containers use.
func (s *store) parents(ctx context.Context) (parents map[string]string, used []string, err error) {
	parents = map[string]string{}
	err = s.snapshots().Walk(ctx, func(_ context.Context, info snapshots.Info) error {
		parents[info.Name] = info.Parent
		if info.Kind != snapshots.KindCommitted {
			used = append(used, info.Name)
		}
		return nil
	})
	return parents, used, err
}

// usable tells whether the files of a snapshot and of all beneath it are there.
func usable(key string, parents, folders map[string]string) bool {
	for ; key != ""; key = parents[key] {
		if _, err := os.Stat(folders[key]); err != nil {
			return false
		}
	}
	return true
}
