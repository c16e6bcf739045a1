package registry

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"time"

	imagesapi "github.com/containerd/containerd/api/services/images/v1"
	typesapi "github.com/containerd/containerd/api/types"
	"github.com/containerd/containerd/v2/core/content"
	"github.com/containerd/containerd/v2/core/images"
	"github.com/containerd/containerd/v2/pkg/oci"
	"github.com/containerd/errdefs"
	"github.com/containerd/errdefs/pkg/errgrpc"
	"github.com/opencontainers/go-digest"
	"github.com/opencontainers/image-spec/identity"
	ocispec "github.com/opencontainers/image-spec/specs-go/v1"
	"google.golang.org/protobuf/types/known/fieldmaskpb"
	runtimeapi "k8s.io/cri-api/pkg/apis/runtime/v1"
)

const (
	collectContent  = "containerd.io/gc.ref.content.config"
	collectSnapshot = "containerd.io/gc.ref.snapshot." + snapshotter
	// ofKubelet is how containerd's Kubernetes plugin marks the images that kubelet may use and collect.
	ofKubelet = "io.cri-containerd.image"
)

// name takes in a manifest. One that comes by digest belongs to an index that follows; a tag makes the image.
func (l *local) name(_ context.Context, reference, mediaType string, text []byte) error {
	target := ocispec.Descriptor{MediaType: mediaType, Digest: digest.FromBytes(text), Size: int64(len(text))}
	if err := l.keep(l.held, content.Info{Digest: target.Digest, Size: target.Size}, bytes.NewReader(text)); err != nil {
		return err
	}
	if _, err := digest.Parse(reference); err == nil {
		return nil
	}
	name, known := l.names[reference]
	if !known {
		return fmt.Errorf("tag %s was not announced: %w", reference, errdefs.ErrInvalidArgument)
	}
	if images.IsIndexType(mediaType) {
		chosen, err := l.choose(text)
		if err != nil {
			return err
		}
		target = chosen
	}
	return l.makeImage(l.held, name, target)
}

// choose takes the manifest out of an index that this machine can run.
func (l *local) choose(text []byte) (ocispec.Descriptor, error) {
	var index ocispec.Index
	if err := json.Unmarshal(text, &index); err != nil {
		return ocispec.Descriptor{}, fmt.Errorf("%w: %w", err, errdefs.ErrInvalidArgument)
	}
	for _, manifest := range index.Manifests {
		if runsHere(manifest.Platform) {
			return manifest, nil
		}
	}
	return ocispec.Descriptor{}, fmt.Errorf("no manifest for this machine: %w", errdefs.ErrInvalidArgument)
}

// makeImage unpacks the layers and gives the image its own name and its id as a name, as a pull by kubelet would.
// Packed layers are not referred to: they are collected when the load ends.
func (l *local) makeImage(ctx context.Context, name string, target ocispec.Descriptor) error {
	manifest, diffIDs, err := l.describe(ctx, target)
	if err != nil {
		return fmt.Errorf("manifest of %s: %w", name, err)
	}
	if len(diffIDs) != len(manifest.Layers) {
		return fmt.Errorf("%s names %d layers but holds %d: %w",
			name, len(diffIDs), len(manifest.Layers), errdefs.ErrInvalidArgument)
	}
	if err := l.unpack(ctx, manifest, diffIDs); err != nil {
		return fmt.Errorf("unpacking %s: %w", name, err)
	}
	if err := l.refer(ctx, target, manifest.Config, diffIDs); err != nil {
		return err
	}
	id := manifest.Config.Digest.String()
	for _, as := range []string{id, name} {
		if err := l.call(ctx, as, target); err != nil {
			return fmt.Errorf("naming %s: %w", as, err)
		}
	}
	return l.awaitKubelet(ctx, name, id)
}

// refer tells the garbage collector what belongs to the image.
func (l *local) refer(ctx context.Context, target, config ocispec.Descriptor, diffIDs []digest.Digest) error {
	labels := map[string]map[digest.Digest]string{
		collectContent:  {target.Digest: config.Digest.String()},
		collectSnapshot: {config.Digest: identity.ChainID(diffIDs).String()},
	}
	for label, values := range labels {
		for document, value := range values {
			info := content.Info{Digest: document, Labels: map[string]string{label: value}}
			if _, err := l.content.Update(ctx, info, "labels."+label); err != nil {
				return err
			}
		}
	}
	return nil
}

// call gives the image a name, which it takes from another image if it must.
func (l *local) call(ctx context.Context, name string, target ocispec.Descriptor) error {
	image := &imagesapi.Image{
		Name:   name,
		Labels: map[string]string{ofKubelet: "managed"},
		Target: descriptorToAPI(target),
	}
	_, err := l.images.Create(ctx, &imagesapi.CreateImageRequest{Image: image})
	if err = errgrpc.ToNative(err); !errdefs.IsAlreadyExists(err) {
		return err
	}
	_, err = l.images.Update(ctx, &imagesapi.UpdateImageRequest{
		Image:      image,
		UpdateMask: &fieldmaskpb.FieldMask{Paths: []string{"target", "labels." + ofKubelet}},
	})
	return errgrpc.ToNative(err)
}

// awaitKubelet returns when kubelet would find the image: containerd's Kubernetes plugin learns of new names by an
// event, and a pod that starts before that would try to pull.
func (l *local) awaitKubelet(ctx context.Context, name, id string) error {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	request := &runtimeapi.ImageStatusRequest{Image: &runtimeapi.ImageSpec{Image: name}}
	for {
		status, err := l.cri.ImageStatus(ctx, request)
		if err != nil {
			return fmt.Errorf("waiting for %s to be known to kubelet: %w", name, err)
		}
		if status.GetImage().GetId() == id {
			return nil
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("kubelet does not see %s as %s", name, id)
		case <-time.After(5 * time.Millisecond):
		}
	}
}

func descriptor(of content.Info) ocispec.Descriptor {
	return ocispec.Descriptor{Digest: of.Digest, Size: of.Size}
}

func descriptorToAPI(d ocispec.Descriptor) *typesapi.Descriptor { return oci.DescriptorToProto(d) }
