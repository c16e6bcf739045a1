package registry

import (
	"context"
	"io"

	"github.com/opencontainers/go-digest"
)

// A store takes in blobs and manifests: this node's containerd, another node's registry, or several stores at once.
type store interface {
	// size tells how large a blob is that need not be sent; an error that errdefs knows as NotFound when it must be.
	size(ctx context.Context, blob digest.Digest) (int64, error)
	// receive begins a blob whose digest is not known yet.
	receive(ctx context.Context) (upload, error)
	// name takes in a manifest, and for a tag makes the image that the tag stands for.
	name(ctx context.Context, reference, mediaType string, manifest []byte) error
}

// An upload is a blob on its way.
type upload interface {
	io.Writer
	// commit ends it; the digest must be that of what was written.
	commit(ctx context.Context, expected digest.Digest) error
	// abort ends it without a result; harmless after commit.
	abort(ctx context.Context)
}
