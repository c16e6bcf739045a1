package systemimages

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"strings"

	"go.yaml.in/yaml/v3"
)

// A recipe is images.yaml: which files make up which layer, and which layers and settings make up which image.
type recipe struct {
	Layers map[string]layerRecipe `yaml:"layers"`
	Images []imageRecipe          `yaml:"images"`
	// Node maps paths of the node's own root file system to LAYER:PATH.
	Node map[string]string `yaml:"node"`
}

type layerRecipe struct {
	Parent string      `yaml:"parent"`
	Files  []fileEntry `yaml:"files"`
	// Busybox is the folder that gets a link for each of busybox's programs.
	Busybox string `yaml:"busybox"`
}

// A fileEntry is a copy (Copy is a pattern), a link, a text or, with neither of them, a folder.
type fileEntry struct {
	Copy      string `yaml:"copy"`
	Path      string `yaml:"path"`
	Link      string `yaml:"link"`
	Text      string `yaml:"text"`
	Mode      string `yaml:"mode"`
	Libraries bool   `yaml:"libraries"`
}

type imageRecipe struct {
	Name       string   `yaml:"name"`
	Layer      string   `yaml:"layer"`
	Entrypoint []string `yaml:"entrypoint"`
	Command    []string `yaml:"command"`
	User       string   `yaml:"user"`
}

// readRecipe reads images.yaml with ${NAME} replaced from the given KEY=VALUE files; an unknown name is an error.
func readRecipe(file string, versionFiles []string) (*recipe, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	versions, err := readVersions(versionFiles)
	if err != nil {
		return nil, err
	}
	expanded, err := expand(string(text), versions)
	if err != nil {
		return nil, err
	}
	decoder := yaml.NewDecoder(strings.NewReader(expanded))
	decoder.KnownFields(true)
	var parsed recipe
	return &parsed, decoder.Decode(&parsed)
}

func readVersions(files []string) (map[string]string, error) {
	versions := map[string]string{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		for lines := bufio.NewScanner(bytes.NewReader(text)); lines.Scan(); {
			if key, value, isPair := strings.Cut(lines.Text(), "="); isPair {
				versions[key] = value
			}
		}
	}
	return versions, nil
}

func expand(text string, versions map[string]string) (string, error) {
	var unknown []string
	expanded := os.Expand(text, func(name string) string {
		value, known := versions[name]
		if !known {
			unknown = append(unknown, name)
		}
		return value
	})
	if len(unknown) > 0 {
		return "", fmt.Errorf("no version is given for %v", unknown)
	}
	return expanded, nil
}
