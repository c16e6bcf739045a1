package registry

import (
	"context"

	"github.com/opencontainers/go-digest"
	"golang.org/x/sync/errgroup"
)

// fanout is several stores that behave like one: a blob is present when every one of them has it.
type fanout []store

func (f fanout) size(ctx context.Context, blob digest.Digest) (size int64, err error) {
	sizes := make([]int64, len(f))
	err = f.each(ctx, func(ctx context.Context, i int) error {
		sizes[i], err = f[i].size(ctx, blob)
		return err
	})
	return sizes[0], err
}

func (f fanout) receive(ctx context.Context) (upload, error) {
	all := make(fannedUpload, len(f))
	for i, target := range f {
		upload, err := target.receive(ctx)
		if err != nil {
			all[:i].abort(ctx)
			return nil, err
		}
		all[i] = upload
	}
	return all, nil
}

func (f fanout) name(ctx context.Context, reference, mediaType string, manifest []byte) error {
	return f.each(ctx, func(ctx context.Context, i int) error {
		return f[i].name(ctx, reference, mediaType, manifest)
	})
}

func (f fanout) each(ctx context.Context, do func(ctx context.Context, i int) error) error {
	group, ctx := errgroup.WithContext(ctx)
	for i := range f {
		group.Go(func() error { return do(ctx, i) })
	}
	return group.Wait()
}

type fannedUpload []upload

func (u fannedUpload) Write(p []byte) (int, error) {
	for _, target := range u {
		if n, err := target.Write(p); err != nil {
			return n, err
		}
	}
	return len(p), nil
}

func (u fannedUpload) commit(ctx context.Context, expected digest.Digest) error {
	group, ctx := errgroup.WithContext(ctx)
	for _, target := range u {
		group.Go(func() error { return target.commit(ctx, expected) })
	}
	return group.Wait()
}

func (u fannedUpload) abort(ctx context.Context) {
	for _, target := range u {
		target.abort(ctx)
	}
}
