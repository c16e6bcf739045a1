package registry

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"github.com/containerd/errdefs"
	"github.com/opencontainers/go-digest"
)

// memory is a store that keeps what it is given.
type memory struct {
	mutex sync.Mutex
	blobs map[digest.Digest]string
	named map[string]string
}

func newMemory() *memory {
	return &memory{blobs: map[digest.Digest]string{}, named: map[string]string{}}
}

func (m *memory) size(_ context.Context, blob digest.Digest) (int64, error) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	text, found := m.blobs[blob]
	if !found {
		return 0, fmt.Errorf("%s: %w", blob, errdefs.ErrNotFound)
	}
	return int64(len(text)), nil
}

func (m *memory) receive(context.Context) (upload, error) { return &memoryUpload{memory: m}, nil }

func (m *memory) name(_ context.Context, reference, mediaType string, manifest []byte) error {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.named[reference] = mediaType + " " + string(manifest)
	return nil
}

type memoryUpload struct {
	bytes.Buffer
	memory *memory
}

func (u *memoryUpload) commit(_ context.Context, expected digest.Digest) error {
	if digest.FromBytes(u.Bytes()) != expected {
		return fmt.Errorf("not %s: %w", expected, errdefs.ErrInvalidArgument)
	}
	u.memory.mutex.Lock()
	defer u.memory.mutex.Unlock()
	u.memory.blobs[expected] = u.String()
	return nil
}

func (u *memoryUpload) abort(context.Context) {}

func serving(t *testing.T, target store) string {
	t.Helper()
	registry := httptest.NewServer((&server{repository: "secret", store: target}).handler())
	t.Cleanup(registry.Close)
	return registry.URL + "/v2/"
}

func ask(t *testing.T, method, url, body string, wanted int) *http.Response {
	t.Helper()
	request, err := http.NewRequest(method, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "text/x-manifest")
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	if answer.StatusCode != wanted {
		text, _ := io.ReadAll(answer.Body)
		t.Fatalf("%s %s: got %s, wanted %d: %s", method, url, answer.Status, wanted, text)
	}
	return answer
}

func push(t *testing.T, url, text string, wanted int) {
	t.Helper()
	location := ask(t, "POST", url+"secret/blobs/uploads/", "", 202).Header.Get("Location")
	half := len(text) / 2
	ask(t, "PATCH", location, text[:half], 202)
	ask(t, "PUT", location+"?digest="+digest.FromString(text).String(), text[half:], wanted)
}

func TestABlobArrivesInPiecesAndIsKnownAfterwards(t *testing.T) {
	here := newMemory()
	url := serving(t, here)
	blob := url + "secret/blobs/" + digest.FromString("hello layer").String()

	ask(t, "HEAD", blob, "", 404)
	push(t, url, "hello layer", 201)

	if length := ask(t, "HEAD", blob, "", 200).ContentLength; length != 11 {
		t.Errorf("Content-Length is %d", length)
	}
}

func TestAWrongDigestIsRefused(t *testing.T) {
	url := serving(t, newMemory())
	location := ask(t, "POST", url+"secret/blobs/uploads/", "", 202).Header.Get("Location")
	ask(t, "PUT", location+"?digest="+digest.FromString("other").String(), "text", 400)
}

func TestABlobThatIsHereIsMountedFromAnyRepository(t *testing.T) {
	url := serving(t, newMemory())
	push(t, url, "layer", 201)
	query := "?from=older&mount=" + digest.FromString("layer").String()
	ask(t, "POST", url+"secret/blobs/uploads/"+query, "", 201)
	ask(t, "POST", url+"secret/blobs/uploads/?from=older&mount="+digest.FromString("no").String(), "", 202)
}

func TestOnlyWhoKnowsTheRepositoryIsServed(t *testing.T) {
	here := newMemory()
	url := serving(t, here)
	ask(t, "GET", url, "", 200)
	ask(t, "POST", url+"guess/blobs/uploads/", "", 404)
	ask(t, "PUT", url+"guess/manifests/t0", "{}", 404)
	if len(here.named) > 0 {
		t.Errorf("named %v", here.named)
	}
}

func TestAManifestArrivesWithItsTypeAndTag(t *testing.T) {
	here := newMemory()
	ask(t, "PUT", serving(t, here)+"secret/manifests/t0", "{}", 201)
	if here.named["t0"] != "text/x-manifest {}" {
		t.Errorf("named %v", here.named)
	}
}

func TestEveryNodeGetsWhatOneOfThemLacks(t *testing.T) {
	first, second := newMemory(), newMemory()
	neighbour := peer{repository: serving(t, second) + "secret", client: http.DefaultClient}
	url := serving(t, fanout{first, neighbour})
	first.blobs[digest.FromString("layer")] = "layer"

	ask(t, "HEAD", url+"secret/blobs/"+digest.FromString("layer").String(), "", 404)
	push(t, url, "layer", 201)
	ask(t, "PUT", url+"secret/manifests/t0", "{}", 201)

	ask(t, "HEAD", url+"secret/blobs/"+digest.FromString("layer").String(), "", 200)
	for i, node := range []*memory{first, second} {
		if node.blobs[digest.FromString("layer")] != "layer" || node.named["t0"] == "" {
			t.Errorf("node %d holds %v and %v", i, node.blobs, node.named)
		}
	}
}

func TestANodeThatFailsFailsTheLoad(t *testing.T) {
	gone := httptest.NewServer(http.NotFoundHandler())
	gone.Close()
	url := serving(t, fanout{newMemory(), peer{repository: gone.URL + "/v2/secret", client: http.DefaultClient}})
	ask(t, "POST", url+"secret/blobs/uploads/", "", 500)
	ask(t, "PUT", url+"secret/manifests/t0", "{}", 500)
}
