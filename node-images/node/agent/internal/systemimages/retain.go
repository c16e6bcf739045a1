package systemimages

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/containerd/containerd/v2/pkg/namespaces"
	"github.com/containerd/continuity/fs"
	"golang.org/x/sys/unix"
)

// Retain is the command before a node gets another image: run with the old one on the node's volume, with no containerd
// running, it copies the layers that containers use to the volume. Its argument is the catalogue of the new image
// (/image/catalogue.json there): layers that the new image has too stay links.
func Retain(args []string) error {
	var next catalogue
	if len(args) > 0 {
		read, err := readCatalogue(args[0])
		if err != nil {
			return err
		}
		next = *read
	}
	ctx := namespaces.WithNamespace(context.Background(), namespace)
	store, err := openStore(ctx, containerdRoot)
	if err != nil {
		return err
	}
	return errors.Join(store.retain(ctx, next.Layers), store.close())
}

func (s *store) retain(ctx context.Context, next []layer) error {
	wanted, err := s.layersInUse(ctx)
	if err != nil {
		return err
	}
	for _, layer := range next {
		delete(wanted, layer.ChainID.String())
	}
	folders, err := s.folders(ctx)
	if err != nil {
		return err
	}
	for key := range wanted {
		if err := unlink(folders[key]); err != nil {
			return fmt.Errorf("layer %s: %w", key, err)
		}
	}
	return nil
}

// layersInUse are the snapshots beneath those of containers.
func (s *store) layersInUse(ctx context.Context) (map[string]bool, error) {
	parents, used, err := s.parents(ctx)
	inUse := map[string]bool{}
	for _, container := range used {
		for key := parents[container]; key != ""; key = parents[key] {
			inUse[key] = true
		}
	}
	return inUse, err
}

// unlink replaces a link by a copy of the folder it points to; what is no link is left alone. Link and copy change
// places in one step, so that an interruption at any time leaves one of them.
func unlink(link string) error {
	source, err := os.Readlink(link)
	if errors.Is(err, unix.EINVAL) {
		return nil
	}
	if err != nil {
		return err
	}
	scratch := link + ".copy"
	if err := os.RemoveAll(scratch); err != nil {
		return err
	}
	if err := fs.CopyDir(scratch, source); err != nil {
		return err
	}
	if err := unix.Renameat2(unix.AT_FDCWD, scratch, unix.AT_FDCWD, link, unix.RENAME_EXCHANGE); err != nil {
		return err
	}
	return os.Remove(scratch)
}
