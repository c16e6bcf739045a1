package systemimages

import (
	"context"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Preload is the build's command: preload [-links FOLDER] RECIPE VERSIONS-FILE... It writes /image, the links of the node's own
// programs and the state of containerd in /var/lib/containerd of the file system it runs in.
func Preload(args []string) error {
	flags := flag.NewFlagSet("preload", flag.ContinueOnError)
	links := flags.String("links", "/", "folder that stands for the node's root, for the links of its own programs")
	if err := flags.Parse(args); err != nil {
		return err
	}
	recipe, err := readRecipe(flags.Arg(0), flags.Args()[1:])
	if err != nil {
		return err
	}
	builder := builder{recipe: recipe, links: *links, layers: map[string]layer{}}
	if err := builder.build(); err != nil {
		return err
	}
	return reconcile(context.Background())
}

// A builder turns a recipe into a catalogue.
type builder struct {
	recipe    *recipe
	links     string
	layers    map[string]layer
	catalogue catalogue
}

func (b *builder) build() error {
	for _, name := range slices.Sorted(maps.Keys(b.recipe.Layers)) {
		if _, err := b.layer(name); err != nil {
			return fmt.Errorf("layer %s: %w", name, err)
		}
	}
	for _, recipe := range b.recipe.Images {
		image, err := newImage(recipe, b.layers[recipe.Layer])
		if err != nil {
			return fmt.Errorf("image %s: %w", recipe.Name, err)
		}
		b.catalogue.Images = append(b.catalogue.Images, image)
	}
	if err := b.linkPrograms(); err != nil {
		return err
	}
	return b.catalogue.write()
}

// layer returns a layer by its name in the recipe, after making it and the layers beneath it where they are not made.
func (b *builder) layer(name string) (layer, error) {
	if made, isMade := b.layers[name]; isMade || name == "" {
		return made, nil
	}
	recipe, known := b.recipe.Layers[name]
	if !known {
		return layer{}, fmt.Errorf("no layer is called %q", name)
	}
	parent, err := b.layer(recipe.Parent)
	if err != nil {
		return layer{}, err
	}
	made, err := makeLayer(recipe, parent, filepath.Join(imageFolder, "layers", "new-"+name))
	b.layers[name] = made
	b.catalogue.Layers = append(b.catalogue.Layers, made)
	return made, err
}

// makeLayer lays the files out first: a layer's final place is named by its content.
func makeLayer(recipe layerRecipe, parent layer, scratch string) (layer, error) {
	if err := os.MkdirAll(scratch, 0o755); err != nil {
		return layer{}, err
	}
	if err := assemble(recipe, scratch); err != nil {
		return layer{}, err
	}
	diffID, size, err := digestOf(scratch)
	if err != nil {
		return layer{}, err
	}
	made := newLayer(parent, diffID, size)
	return made, os.Rename(scratch, made.folder())
}

func (b *builder) linkPrograms() error {
	for path, place := range b.recipe.Node {
		name, file, _ := strings.Cut(place, ":")
		target := filepath.Join(b.layers[name].folder(), file)
		if _, err := os.Stat(target); err != nil {
			return err
		}
		if err := linkProgram(target, filepath.Join(b.links, path)); err != nil {
			return err
		}
	}
	return nil
}

func linkProgram(target, path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.Symlink(target, path)
}
