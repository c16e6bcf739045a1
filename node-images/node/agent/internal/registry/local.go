package registry

import (
	"context"
	"fmt"
	"io"

	"github.com/containerd/containerd/v2/core/content"
	"github.com/containerd/errdefs"
	"github.com/google/uuid"
	"github.com/opencontainers/go-digest"
)

// local is this node as a store.
type local struct {
	*containerd
	layers *layers
	// names are the images' own names by the tag under which they are pushed.
	names map[string]string
	// held is the context that carries the load's namespace and lease; requests bring only their end.
	held context.Context
}

func (l *local) size(_ context.Context, blob digest.Digest) (int64, error) {
	info, err := l.content.Info(l.held, blob)
	if err == nil {
		return info.Size, nil
	}
	if !errdefs.IsNotFound(err) {
		return 0, err
	}
	if layer, known := l.layers.find(blob); known {
		return layer.size, nil
	}
	return 0, err
}

func (l *local) receive(context.Context) (upload, error) {
	reference := "coracle-load-" + uuid.NewString()
	writer, err := l.content.Writer(l.held, content.WithRef(reference))
	if err != nil {
		return nil, fmt.Errorf("containerd: %w", err)
	}
	return &localUpload{Writer: writer, local: l, reference: reference}, nil
}

type localUpload struct {
	content.Writer
	local     *local
	reference string
}

func (u *localUpload) commit(_ context.Context, expected digest.Digest) error {
	defer u.Close()
	// Another layer of the same push, or another load, may have brought the same bytes first.
	if err := u.Writer.Commit(u.local.held, 0, expected); err != nil && !errdefs.IsAlreadyExists(err) {
		return fmt.Errorf("containerd: %w", err)
	}
	return nil
}

func (u *localUpload) abort(context.Context) {
	u.Close()
	_ = u.local.content.Abort(u.local.held, u.reference) // it expires by itself too
}

// keep puts a document into the content store, with the labels by which the garbage collector follows it.
func (l *local) keep(ctx context.Context, document content.Info, text io.Reader) error {
	reference := "coracle-load-" + document.Digest.String()
	err := content.WriteBlob(ctx, l.content, reference, text, descriptor(document), content.WithLabels(document.Labels))
	if err != nil {
		return err
	}
	// One that was there already keeps its old labels; these must be added.
	fields := make([]string, 0, len(document.Labels))
	for label := range document.Labels {
		fields = append(fields, "labels."+label)
	}
	_, err = l.content.Update(ctx, document, fields...)
	return err
}
