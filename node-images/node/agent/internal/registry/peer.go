package registry

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"

	"github.com/containerd/errdefs"
	"github.com/opencontainers/go-digest"
)

// peer is the registry of another node; the repository's name is the secret that both know.
type peer struct {
	repository string // http://ADDRESS:PORT/v2/REPOSITORY
	client     *http.Client
}

func (p peer) size(ctx context.Context, blob digest.Digest) (int64, error) {
	answer, err := p.do(ctx, http.MethodHead, p.repository+"/blobs/"+blob.String(), nil, "")
	if err != nil {
		return 0, err
	}
	return answer.ContentLength, nil
}

func (p peer) name(ctx context.Context, reference, mediaType string, manifest []byte) error {
	_, err := p.do(ctx, http.MethodPut, p.repository+"/manifests/"+reference, bytes.NewReader(manifest), mediaType)
	return err
}

func (p peer) receive(ctx context.Context) (upload, error) {
	begun, err := p.do(ctx, http.MethodPost, p.repository+"/blobs/uploads/", nil, "")
	if err != nil {
		return nil, err
	}
	location, err := begun.Location()
	if err != nil {
		return nil, err
	}
	out, in := io.Pipe()
	upload := &peerUpload{PipeWriter: in, peer: p, location: location.String(), sent: make(chan error, 1)}
	go upload.send(context.WithoutCancel(ctx), out)
	return upload, nil
}

// do sends a request and reads the answer to its end; statuses that tell of failure are errors.
func (p peer) do(ctx context.Context, method, url string, body io.Reader, mediaType string) (*http.Response, error) {
	request, err := http.NewRequestWithContext(ctx, method, url, body)
	if err != nil {
		return nil, err
	}
	if mediaType != "" {
		request.Header.Set("Content-Type", mediaType)
	}
	answer, err := p.client.Do(request)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(io.LimitReader(answer.Body, 4096))
	if err != nil {
		return nil, err
	}
	if answer.StatusCode == http.StatusNotFound {
		return nil, fmt.Errorf("%s %s: %w", method, request.URL.Host, errdefs.ErrNotFound)
	}
	if answer.StatusCode >= 300 {
		return nil, fmt.Errorf("node %s: %s: %s", request.URL.Host, answer.Status, text)
	}
	return answer, nil
}

// peerUpload streams what is written in one request, and ends with another that names the digest.
type peerUpload struct {
	*io.PipeWriter
	peer     peer
	location string
	sent     chan error
}

func (u *peerUpload) send(ctx context.Context, body *io.PipeReader) {
	_, err := u.peer.do(ctx, http.MethodPatch, u.location, body, "application/octet-stream")
	body.CloseWithError(err) // a writer must not wait for a peer that is gone
	u.sent <- err
}

func (u *peerUpload) commit(ctx context.Context, expected digest.Digest) error {
	u.Close()
	if err := <-u.sent; err != nil {
		return err
	}
	_, err := u.peer.do(ctx, http.MethodPut, u.location+"?digest="+expected.String(), nil, "")
	return err
}

func (u *peerUpload) abort(context.Context) {
	u.CloseWithError(context.Canceled)
}
