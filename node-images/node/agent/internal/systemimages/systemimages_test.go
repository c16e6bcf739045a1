package systemimages

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/containerd/containerd/v2/core/images"
	"github.com/containerd/containerd/v2/pkg/namespaces"
)

// recipeText has a layer that two images share and one on top of it.
const recipeText = `
layers:
  base:
    files: [{path: /etc/release, text: "RELEASE"}]
  tool:
    parent: base
    files: [{path: /bin/tool, text: "tool"}, {path: /bin/alias, link: tool}]
images:
  - {name: "example.org/base:v1", layer: base}
  - {name: "example.org/tool:v1", layer: tool, entrypoint: [tool], user: "65534"}
node: {/bin/tool: "tool:/bin/tool"}
`

func TestPreloadedImagesSurviveGarbageCollection(t *testing.T) {
	newMachine(t)
	preload(t, recipeText)

	ctx, store := open(t)
	if _, err := store.metadata.GarbageCollect(ctx); err != nil {
		t.Fatal(err)
	}

	for _, image := range list(ctx, t, store) {
		if complete, err := store.isComplete(ctx, image); err != nil || !complete {
			t.Errorf("%s: complete %t, %v", image.Name, complete, err)
		}
	}
}

func TestEqualFilesMakeAnEqualImage(t *testing.T) {
	newMachine(t)
	preload(t, recipeText)
	first, _ := os.ReadFile(identityPath())

	newMachine(t)
	preload(t, recipeText)

	if second, _ := os.ReadFile(identityPath()); string(first) != string(second) {
		t.Errorf("got %s and %s", first, second)
	}
}

func TestAnotherImageForgetsWhatNothingUses(t *testing.T) {
	newMachine(t)
	preload(t, recipeText)

	replaceImage(t)

	ctx, store := open(t)
	names := namesOf(list(ctx, t, store))
	if !slices.Contains(names, "example.org/new:v2") || slices.Contains(names, "example.org/tool:v1") {
		t.Errorf("got %v", names)
	}
}

func TestRetainKeepsWhatAContainerUses(t *testing.T) {
	newMachine(t)
	preload(t, recipeText)
	container := runContainer(t, "example.org/tool:v1")

	if err := Retain(nil); err != nil {
		t.Fatal(err)
	}
	replaceImage(t)

	ctx, store := open(t)
	folders, err := store.folders(ctx)
	if err != nil {
		t.Fatal(err)
	}
	parents, _, err := store.parents(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if text, err := os.ReadFile(filepath.Join(folders[parents[container]], "bin/alias")); string(text) != "tool" {
		t.Errorf("got %q, %v", text, err)
	}
	old, err := store.images().Get(ctx, "example.org/tool:v1")
	if err != nil || old.Labels[pinnedLabel] != "" {
		t.Errorf("want the image without its pin, got %v, %v", old.Labels, err)
	}
}

// newMachine gives the test an empty node image and an empty volume.
func newMachine(t *testing.T) {
	t.Helper()
	imageFolder, containerdRoot = filepath.Join(t.TempDir(), "image"), filepath.Join(t.TempDir(), "containerd")
}

func preload(t *testing.T, recipe string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "images.yaml")
	if err := os.WriteFile(file, []byte(recipe), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := Preload([]string{"-links", t.TempDir(), file}); err != nil {
		t.Fatal(err)
	}
}

// replaceImage puts a node image with other layers in place of the one there is; the volume stays.
func replaceImage(t *testing.T) {
	t.Helper()
	if err := os.RemoveAll(imageFolder); err != nil {
		t.Fatal(err)
	}
	preload(t, `
layers: {new: {files: [{path: /new, text: "new"}]}}
images: [{name: "example.org/new:v2", layer: new}]
`)
}

func open(t *testing.T) (context.Context, *store) {
	t.Helper()
	ctx := namespaces.WithNamespace(context.Background(), namespace)
	opened, err := openStore(ctx, containerdRoot)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = opened.close() })
	return ctx, opened
}

// runContainer does what the CRI does first: it prepares a snapshot on top of the image's.
func runContainer(t *testing.T, name string) string {
	t.Helper()
	catalogue, err := readCatalogue(cataloguePath())
	if err != nil {
		t.Fatal(err)
	}
	ctx, store := open(t)
	index := slices.IndexFunc(catalogue.Images, func(i image) bool { return i.Name == name })
	if _, err := store.snapshots().Prepare(ctx, "container", catalogue.Images[index].ChainID.String()); err != nil {
		t.Fatal(err)
	}
	if err := store.close(); err != nil {
		t.Fatal(err)
	}
	return "container"
}

func list(ctx context.Context, t *testing.T, store *store) []images.Image {
	t.Helper()
	all, err := store.images().List(ctx)
	if err != nil || len(all) == 0 {
		t.Fatal(all, err)
	}
	return all
}

func namesOf(all []images.Image) []string {
	var names []string
	for _, image := range all {
		names = append(names, image.Name)
	}
	return names
}
