package systemimages

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/containerd/containerd/v2/core/content"
	"github.com/containerd/containerd/v2/core/images"
	"github.com/containerd/containerd/v2/core/metadata"
	"github.com/containerd/containerd/v2/core/snapshots"
	"github.com/containerd/containerd/v2/core/snapshots/storage"
	"github.com/containerd/containerd/v2/plugins/content/local"
	"github.com/containerd/containerd/v2/plugins/snapshots/overlay"
	"go.etcd.io/bbolt"
)

const (
	snapshotter = "overlayfs"
	// namespace is the one in which containerd keeps what Kubernetes runs.
	namespace = "k8s.io"
)

// A store is containerd's state on disk, opened while containerd does not run: it holds the databases' locks.
type store struct {
	snapshotRoot string
	bolt         *bbolt.DB
	snapshotMeta *storage.MetaStore
	overlay      snapshots.Snapshotter
	metadata     *metadata.DB
}

// openStore opens the databases where containerd's plugins keep them under root, and creates them if absent.
func openStore(ctx context.Context, root string) (*store, error) {
	s := &store{snapshotRoot: filepath.Join(root, "io.containerd.snapshotter.v1.overlayfs")}
	files, err := local.NewStore(filepath.Join(root, "io.containerd.content.v1.content"))
	if err != nil {
		return nil, err
	}
	if err := s.openDatabases(filepath.Join(root, "io.containerd.metadata.v1.bolt")); err != nil {
		return nil, errors.Join(err, s.close())
	}
	s.metadata = metadata.NewDB(s.bolt, files, map[string]snapshots.Snapshotter{snapshotter: s.overlay})
	if err := s.metadata.Init(ctx); err != nil {
		return nil, errors.Join(err, s.close())
	}
	return s, nil
}

func (s *store) openDatabases(metadataRoot string) error {
	if err := os.MkdirAll(metadataRoot, 0o711); err != nil {
		return err
	}
	if err := os.MkdirAll(s.snapshotRoot, 0o700); err != nil {
		return err
	}
	var err error
	if s.snapshotMeta, err = storage.NewMetaStore(filepath.Join(s.snapshotRoot, "metadata.db")); err != nil {
		return err
	}
	if s.overlay, err = overlay.NewSnapshotter(s.snapshotRoot, overlay.WithMetaStore(s.snapshotMeta)); err != nil {
		return err
	}
	// As containerd opens it; with a time limit, so that a containerd that runs is an error and not a wait for ever.
	s.bolt, err = bbolt.Open(filepath.Join(metadataRoot, "meta.db"), 0o644,
		&bbolt.Options{NoFreelistSync: true, Timeout: time.Second})
	if err != nil {
		return fmt.Errorf("containerd's metadata (does it run?): %w", err)
	}
	return nil
}

func (s *store) close() error {
	var problems []error
	if s.bolt != nil {
		problems = append(problems, s.bolt.Close())
	}
	if s.snapshotMeta != nil {
		problems = append(problems, s.snapshotMeta.Close())
	}
	return errors.Join(problems...)
}

func (s *store) images() images.Store { return metadata.NewImageStore(s.metadata) }

func (s *store) content() content.Store { return s.metadata.ContentStore() }

func (s *store) snapshots() snapshots.Snapshotter { return s.metadata.Snapshotter(snapshotter) }

// folders returns where the files of each snapshot of Kubernetes are, by the snapshot's key.
func (s *store) folders(ctx context.Context) (map[string]string, error) {
	folders := map[string]string{}
	err := s.snapshotMeta.WithTransaction(ctx, false, func(ctx context.Context) error {
		ids, err := storage.IDMap(ctx)
		for id, name := range ids {
			// The overlay snapshotter's names are NAMESPACE/NUMBER/KEY.
			if parts := strings.SplitN(name, "/", 3); len(parts) == 3 && parts[0] == namespace {
				folders[parts[2]] = filepath.Join(s.snapshotRoot, "snapshots", id, "fs")
			}
		}
		return err
	})
	return folders, err
}
