package systemimages

import (
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/opencontainers/go-digest"
	"github.com/opencontainers/image-spec/identity"
	"github.com/opencontainers/image-spec/specs-go"
	ocispec "github.com/opencontainers/image-spec/specs-go/v1"
)

// Where the node image keeps its layers and their description, and the node its state of containerd.
var (
	imageFolder    = "/image"
	containerdRoot = "/var/lib/containerd"
)

func cataloguePath() string { return filepath.Join(imageFolder, "catalogue.json") }

func identityPath() string { return filepath.Join(imageFolder, "id") }

// A catalogue describes everything that a node image holds for containerd.
type catalogue struct {
	Layers []layer `json:"layers"`
	Images []image `json:"images"`
}

// A layer is one folder under /image/layers; layers are listed after those that they build on.
type layer struct {
	ChainID digest.Digest `json:"chainID"`
	Parent  digest.Digest `json:"parent,omitempty"`
	diffIDs []digest.Digest
	sizes   []int64
}

// An image is what containerd must know of one; manifest and configuration are the documents themselves.
type image struct {
	Name     string          `json:"name"`
	ChainID  digest.Digest   `json:"chainID"`
	Manifest json.RawMessage `json:"manifest"`
	Config   json.RawMessage `json:"config"`
}

// folder is where a layer's files are in the node image. It has no colon: overlayfs separates its folders by them.
func (l layer) folder() string {
	return filepath.Join(imageFolder, "layers", l.ChainID.Encoded())
}

func (i image) manifestDigest() digest.Digest { return digest.FromBytes(i.Manifest) }

func (i image) configDigest() digest.Digest { return digest.FromBytes(i.Config) }

// names are the three that the CRI keeps for each image: with tag, with digest, and its ID.
func (i image) names() []string {
	repository := i.Name[:strings.LastIndex(i.Name, ":")]
	return []string{i.Name, repository + "@" + i.manifestDigest().String(), i.configDigest().String()}
}

func newLayer(parent layer, diffID digest.Digest, size int64) layer {
	diffIDs := append(slices.Clone(parent.diffIDs), diffID)
	return layer{
		ChainID: identity.ChainID(diffIDs),
		Parent:  parent.ChainID,
		diffIDs: diffIDs,
		sizes:   append(slices.Clone(parent.sizes), size),
	}
}

func newImage(recipe imageRecipe, top layer) (image, error) {
	config, err := json.Marshal(ocispec.Image{
		Platform: ocispec.Platform{Architecture: runtime.GOARCH, OS: "linux"},
		RootFS:   ocispec.RootFS{Type: "layers", DiffIDs: top.diffIDs},
		Config: ocispec.ImageConfig{
			User:       recipe.User,
			Entrypoint: recipe.Entrypoint,
			Cmd:        recipe.Command,
			WorkingDir: "/",
			Env:        []string{"PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"},
		},
	})
	if err != nil {
		return image{}, err
	}
	manifest, err := json.Marshal(manifestOf(config, top))
	return image{Name: recipe.Name, ChainID: top.ChainID, Manifest: manifest, Config: config}, err
}

func manifestOf(config []byte, top layer) ocispec.Manifest {
	manifest := ocispec.Manifest{
		Versioned: specs.Versioned{SchemaVersion: 2},
		MediaType: ocispec.MediaTypeImageManifest,
		Config: ocispec.Descriptor{
			MediaType: ocispec.MediaTypeImageConfig, Digest: digest.FromBytes(config), Size: int64(len(config)),
		},
	}
	for n, diffID := range top.diffIDs {
		manifest.Layers = append(manifest.Layers, ocispec.Descriptor{
			MediaType: ocispec.MediaTypeImageLayer, Digest: diffID, Size: top.sizes[n],
		})
	}
	return manifest
}

// write stores the catalogue and, beside it, its digest: what a volume remembers to see whether it is up to date.
func (c *catalogue) write() error {
	text, err := json.Marshal(c)
	if err != nil {
		return err
	}
	if err := os.WriteFile(cataloguePath(), text, 0o644); err != nil {
		return err
	}
	return os.WriteFile(identityPath(), []byte(digest.FromBytes(text)), 0o644)
}

func readCatalogue(file string) (*catalogue, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var read catalogue
	return &read, json.Unmarshal(text, &read)
}
