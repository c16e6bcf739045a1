package registry

import (
	"context"
	"sync"

	imagesapi "github.com/containerd/containerd/api/services/images/v1"
	"github.com/containerd/containerd/v2/core/images"
	"github.com/containerd/containerd/v2/core/snapshots"
	"github.com/containerd/containerd/v2/pkg/oci"
	"github.com/containerd/platforms"
	"github.com/opencontainers/go-digest"
	"github.com/opencontainers/image-spec/identity"
	ocispec "github.com/opencontainers/image-spec/specs-go/v1"
)

// unpacked is a layer that lies in a snapshot.
type unpacked struct {
	snapshot string // the chain id that ends with this layer
	size     int64  // as its manifest tells, packed
}

// layers finds unpacked layers by the digest of their packed form and by that of their content.
type layers struct {
	mutex sync.RWMutex
	known map[digest.Digest]unpacked
}

func (l *layers) find(layer digest.Digest) (unpacked, bool) {
	l.mutex.RLock()
	defer l.mutex.RUnlock()
	found, known := l.known[layer]
	return found, known
}

func (l *layers) add(layer digest.Digest, where unpacked) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.known[layer] = where
}

// addImage notes the layers of an image whose snapshots are there.
func (l *layers) addImage(manifest ocispec.Manifest, diffIDs []digest.Digest, isThere func(snapshot string) bool) {
	for i, chain := range identity.ChainIDs(append([]digest.Digest{}, diffIDs...)) {
		if i < len(manifest.Layers) && isThere(chain.String()) {
			where := unpacked{snapshot: chain.String(), size: manifest.Layers[i].Size}
			l.add(manifest.Layers[i].Digest, where)
			l.add(diffIDs[i], where)
		}
	}
}

// surveyLayers asks containerd which layers its images are made of. An image that cannot be read is passed over: at
// worst a layer is sent again.
func surveyLayers(ctx context.Context, c *containerd) (*layers, error) {
	committed := map[string]bool{}
	err := c.snapshots.Walk(ctx, func(_ context.Context, info snapshots.Info) error {
		committed[info.Name] = info.Kind == snapshots.KindCommitted
		return nil
	})
	if err != nil {
		return nil, err
	}
	list, err := c.images.List(ctx, &imagesapi.ListImagesRequest{})
	if err != nil {
		return nil, err
	}
	found := &layers{known: map[digest.Digest]unpacked{}}
	seen := map[digest.Digest]bool{}
	for _, image := range list.Images {
		target := oci.DescriptorFromProto(image.Target)
		if seen[target.Digest] {
			continue
		}
		seen[target.Digest] = true
		if manifest, diffIDs, err := c.describe(ctx, target); err == nil {
			found.addImage(manifest, diffIDs, func(snapshot string) bool { return committed[snapshot] })
		}
	}
	return found, nil
}

// describe reads an image's manifest for this machine and the digests of its layers' content.
func (c *containerd) describe(
	ctx context.Context, target ocispec.Descriptor,
) (manifest ocispec.Manifest, diffIDs []digest.Digest, err error) {
	manifest, err = images.Manifest(ctx, c.content, target, platforms.Default())
	if err != nil {
		return manifest, nil, err
	}
	diffIDs, err = images.RootFS(ctx, c.content, manifest.Config)
	return manifest, diffIDs, err
}
