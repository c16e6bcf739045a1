package registry

import (
	"context"
	"crypto/subtle"
	"fmt"
	"io"
	"log"
	"net/http"
	"strconv"
	"sync"

	"github.com/containerd/errdefs"
	"github.com/google/uuid"
	"github.com/opencontainers/go-digest"
)

// maxManifest is what the distribution specification asks registries to accept at least.
const maxManifest = 4 << 20

// server speaks the push half of the registry's HTTP API for one repository, whose name is a secret: a pod that
// reaches the port can do nothing with it.
type server struct {
	repository string
	store      store
	uploads    sync.Map // id to *openUpload
}

type openUpload struct {
	upload
	written int64
}

func (s *server) handler() http.Handler {
	routes := http.NewServeMux()
	routes.HandleFunc("GET /v2/{$}", func(http.ResponseWriter, *http.Request) {})
	routes.HandleFunc("HEAD /v2/{repository}/blobs/{digest}", s.private(s.stat))
	routes.HandleFunc("POST /v2/{repository}/blobs/uploads/{$}", s.private(s.begin))
	routes.HandleFunc("PATCH /v2/{repository}/blobs/uploads/{id}", s.private(s.extend))
	routes.HandleFunc("PUT /v2/{repository}/blobs/uploads/{id}", s.private(s.finish))
	routes.HandleFunc("DELETE /v2/{repository}/blobs/uploads/{id}", s.private(s.cancel))
	routes.HandleFunc("HEAD /v2/{repository}/manifests/{reference}", s.private(s.statManifest))
	routes.HandleFunc("PUT /v2/{repository}/manifests/{reference}", s.private(s.putManifest))
	return routes
}

// private lets a request through that knows the repository, and turns errors into the API's answers.
func (s *server) private(handle func(http.ResponseWriter, *http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Docker-Distribution-Api-Version", "registry/2.0")
		if subtle.ConstantTimeCompare([]byte(r.PathValue("repository")), []byte(s.repository)) == 0 {
			fail(w, http.StatusNotFound, "NAME_UNKNOWN", "no such repository")
			return
		}
		switch err := handle(w, r); {
		case err == nil:
		case errdefs.IsNotFound(err):
			fail(w, http.StatusNotFound, "BLOB_UNKNOWN", err.Error())
		case errdefs.IsInvalidArgument(err):
			fail(w, http.StatusBadRequest, "MANIFEST_INVALID", err.Error())
		default:
			log.Printf("%s %s: %v", r.Method, r.URL.Path, err)
			fail(w, http.StatusInternalServerError, "UNKNOWN", err.Error())
		}
	}
}

func fail(w http.ResponseWriter, status int, code, message string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	fmt.Fprintf(w, `{"errors":[{"code":%q,"message":%q}]}`, code, message)
}

func (s *server) stat(w http.ResponseWriter, r *http.Request) error {
	blob, err := parse(r.PathValue("digest"))
	if err != nil {
		return err
	}
	size, err := s.store.size(r.Context(), blob)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Length", strconv.FormatInt(size, 10))
	w.Header().Set("Docker-Content-Digest", blob.String())
	return nil
}

// begin opens an upload, or grants a blob at once that the engine knows to be in another repository of this registry:
// every load has a repository of its own, but all of them are the same containerd.
func (s *server) begin(w http.ResponseWriter, r *http.Request) error {
	if blob, err := parse(r.URL.Query().Get("mount")); err == nil {
		if _, err := s.store.size(r.Context(), blob); err == nil {
			return s.created(w, "/blobs/", blob)
		}
	}
	// What is begun in this request is continued in the next.
	upload, err := s.store.receive(context.WithoutCancel(r.Context()))
	if err != nil {
		return err
	}
	id := uuid.NewString()
	s.uploads.Store(id, &openUpload{upload: upload})
	accepted(w, r, id, 0)
	return nil
}

func (s *server) extend(w http.ResponseWriter, r *http.Request) error {
	upload, err := s.open(r)
	if err != nil {
		return err
	}
	if err := upload.extend(r.Body); err != nil {
		return err
	}
	accepted(w, r, r.PathValue("id"), upload.written)
	return nil
}

func (s *server) finish(w http.ResponseWriter, r *http.Request) error {
	expected, err := parse(r.URL.Query().Get("digest"))
	if err != nil {
		return err
	}
	upload, err := s.open(r)
	if err != nil {
		return err
	}
	if err := upload.extend(r.Body); err != nil {
		return err
	}
	s.uploads.Delete(r.PathValue("id"))
	if err := upload.commit(r.Context(), expected); err != nil {
		return err
	}
	return s.created(w, "/blobs/", expected)
}

func (s *server) cancel(w http.ResponseWriter, r *http.Request) error {
	upload, err := s.open(r)
	if err != nil {
		return err
	}
	s.uploads.Delete(r.PathValue("id"))
	upload.abort(r.Context())
	w.WriteHeader(http.StatusNoContent)
	return nil
}

func (s *server) open(r *http.Request) (*openUpload, error) {
	found, ok := s.uploads.Load(r.PathValue("id"))
	if !ok {
		return nil, fmt.Errorf("upload %s: %w", r.PathValue("id"), errdefs.ErrNotFound)
	}
	return found.(*openUpload), nil
}

// extend copies in large pieces: each becomes a message to containerd.
func (u *openUpload) extend(body io.Reader) error {
	n, err := io.CopyBuffer(struct{ io.Writer }{u}, struct{ io.Reader }{body}, make([]byte, 1<<20))
	u.written += n
	return err
}

func accepted(w http.ResponseWriter, r *http.Request, id string, written int64) {
	w.Header().Set("Location", fmt.Sprintf("http://%s/v2/%s/blobs/uploads/%s", r.Host, r.PathValue("repository"), id))
	w.Header().Set("Docker-Upload-Uuid", id)
	w.Header().Set("Range", fmt.Sprintf("0-%d", max(0, written-1)))
	w.WriteHeader(http.StatusAccepted)
}

func (s *server) created(w http.ResponseWriter, kind string, what digest.Digest) error {
	w.Header().Set("Location", "/v2/"+s.repository+kind+what.String())
	w.Header().Set("Docker-Content-Digest", what.String())
	w.WriteHeader(http.StatusCreated)
	return nil
}

// statManifest knows manifests by digest only: a tag is always pushed anew.
func (s *server) statManifest(w http.ResponseWriter, r *http.Request) error {
	r.SetPathValue("digest", r.PathValue("reference"))
	if _, err := parse(r.PathValue("reference")); err != nil {
		return fmt.Errorf("tag %s: %w", r.PathValue("reference"), errdefs.ErrNotFound)
	}
	return s.stat(w, r)
}

func (s *server) putManifest(w http.ResponseWriter, r *http.Request) error {
	manifest, err := io.ReadAll(io.LimitReader(r.Body, maxManifest+1))
	if err != nil {
		return err
	}
	if len(manifest) > maxManifest {
		return fmt.Errorf("a manifest of more than %d bytes: %w", maxManifest, errdefs.ErrInvalidArgument)
	}
	if err := s.store.name(r.Context(), r.PathValue("reference"), r.Header.Get("Content-Type"), manifest); err != nil {
		return err
	}
	return s.created(w, "/manifests/", digest.FromBytes(manifest))
}

func parse(text string) (digest.Digest, error) {
	parsed, err := digest.Parse(text)
	if err != nil {
		return "", fmt.Errorf("%q: %w: %w", text, err, errdefs.ErrInvalidArgument)
	}
	return parsed, nil
}
