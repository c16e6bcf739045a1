package registry

import (
	"testing"

	"github.com/opencontainers/go-digest"
	"github.com/opencontainers/image-spec/identity"
	ocispec "github.com/opencontainers/image-spec/specs-go/v1"
)

func TestLayersAreKnownByBothDigestsWhereTheirSnapshotIsThere(t *testing.T) {
	packed := []digest.Digest{digest.FromString("gz 1"), digest.FromString("gz 2")}
	content := []digest.Digest{digest.FromString("tar 1"), digest.FromString("tar 2")}
	manifest := ocispec.Manifest{Layers: []ocispec.Descriptor{{Digest: packed[0], Size: 1}, {Digest: packed[1], Size: 2}}}
	first := identity.ChainID(content[:1]).String()
	known := &layers{known: map[digest.Digest]unpacked{}}

	known.addImage(manifest, content, func(snapshot string) bool { return snapshot == first })

	for _, layer := range []digest.Digest{packed[0], content[0]} {
		if found, ok := known.find(layer); !ok || found != (unpacked{snapshot: first, size: 1}) {
			t.Errorf("%s: %v, %v", layer, found, ok)
		}
	}
	for _, layer := range []digest.Digest{packed[1], content[1]} {
		if found, ok := known.find(layer); ok {
			t.Errorf("%s is at %v", layer, found)
		}
	}
}
