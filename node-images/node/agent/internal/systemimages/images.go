package systemimages

import (
	"bytes"
	"context"
	"encoding/json"

	"github.com/containerd/containerd/v2/core/content"
	"github.com/containerd/containerd/v2/core/images"
	"github.com/containerd/errdefs"
	"github.com/opencontainers/image-spec/identity"
	ocispec "github.com/opencontainers/image-spec/specs-go/v1"
)

// Labels by which containerd's garbage collector and its CRI part see what belongs together and what must stay.
const (
	configReference   = "containerd.io/gc.ref.content.config"
	snapshotReference = "containerd.io/gc.ref.snapshot." + snapshotter
	managedLabel      = "io.cri-containerd.image"
	pinnedLabel       = "io.cri-containerd.pinned"
	// preloadedLabel marks what a node image brought, to tell it from what a user loaded.
	preloadedLabel = "dev.coracle.node.preloaded"
)

// addImages records every image of the catalogue under its three names.
func (s *store) addImages(ctx context.Context, catalogue []image) error {
	for _, image := range catalogue {
		if err := s.addDocuments(ctx, image); err != nil {
			return err
		}
		for _, name := range image.names() {
			if err := s.addName(ctx, name, image.target()); err != nil {
				return err
			}
		}
	}
	return nil
}

func (i image) target() ocispec.Descriptor {
	return ocispec.Descriptor{
		MediaType: ocispec.MediaTypeImageManifest, Digest: i.manifestDigest(), Size: int64(len(i.Manifest)),
	}
}

// addDocuments stores an image's configuration and manifest; its layers' archives exist nowhere and are not needed.
func (s *store) addDocuments(ctx context.Context, image image) error {
	config := ocispec.Descriptor{Digest: image.configDigest(), Size: int64(len(image.Config))}
	if err := s.addDocument(ctx, config, image.Config, snapshotReference, image.ChainID.String()); err != nil {
		return err
	}
	return s.addDocument(ctx, image.target(), image.Manifest, configReference, config.Digest.String())
}

func (s *store) addDocument(ctx context.Context, as ocispec.Descriptor, text []byte, label, value string) error {
	labels := map[string]string{label: value}
	return content.WriteBlob(ctx, s.content(), as.Digest.String(), bytes.NewReader(text), as, content.WithLabels(labels))
}

func (s *store) addName(ctx context.Context, name string, target ocispec.Descriptor) error {
	image := images.Image{
		Name:   name,
		Target: target,
		Labels: map[string]string{managedLabel: "managed", pinnedLabel: "pinned", preloadedLabel: "true"},
	}
	_, err := s.images().Create(ctx, image)
	if errdefs.IsAlreadyExists(err) {
		_, err = s.images().Update(ctx, image)
	}
	return err
}

// releaseImages lets go of what an earlier node image brought and this one does not: what still has its files becomes an
// image like any other, which kubelet may remove when unused; what has lost them is forgotten.
func (s *store) releaseImages(ctx context.Context, current []image) error {
	kept := map[string]bool{}
	for _, image := range current {
		for _, name := range image.names() {
			kept[name] = true
		}
	}
	old, err := s.images().List(ctx, `labels."`+preloadedLabel+`"==true`)
	if err != nil {
		return err
	}
	for _, image := range old {
		if kept[image.Name] {
			continue
		}
		if err := s.releaseImage(ctx, image); err != nil {
			return err
		}
	}
	return nil
}

func (s *store) releaseImage(ctx context.Context, image images.Image) error {
	complete, err := s.isComplete(ctx, image)
	if err != nil {
		return err
	}
	if !complete {
		return s.images().Delete(ctx, image.Name)
	}
	image.Labels = map[string]string{managedLabel: "managed"}
	_, err = s.images().Update(ctx, image, "labels")
	return err
}

func (s *store) isComplete(ctx context.Context, image images.Image) (bool, error) {
	text, err := content.ReadBlob(ctx, s.content(), image.Target)
	if err != nil {
		return false, err
	}
	var manifest ocispec.Manifest
	if err := json.Unmarshal(text, &manifest); err != nil {
		return false, err
	}
	diffIDs, err := images.RootFS(ctx, s.content(), manifest.Config)
	if err != nil {
		return false, err
	}
	parents, _, err := s.parents(ctx)
	if err != nil {
		return false, err
	}
	folders, err := s.folders(ctx)
	return usable(identity.ChainID(diffIDs).String(), parents, folders), err
}
