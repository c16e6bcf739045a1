package registry

import (
	"github.com/containerd/platforms"
	ocispec "github.com/opencontainers/image-spec/specs-go/v1"
)

// runsHere tells whether a manifest of an index is for this machine; one that names no platform is for any.
func runsHere(platform *ocispec.Platform) bool {
	return platform == nil || platforms.Default().Match(*platform)
}
