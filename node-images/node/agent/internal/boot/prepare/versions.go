package prepare

import (
	"os"
	"strings"
)

// cataloguePath describes the images that this node image holds.
const cataloguePath = "/image/catalogue.json"

// imageTag is the tag of an image that this node image holds; empty: it holds none of that name.
func imageTag(name string) string {
	catalogue, err := os.ReadFile(cataloguePath)
	if err != nil {
		return ""
	}
	return tagIn(string(catalogue), name)
}

// tagIn finds `"NAME:TAG"` without knowing the catalogue's form.
func tagIn(catalogue, name string) string {
	_, rest, found := strings.Cut(catalogue, `"`+name+`:`)
	if !found {
		return ""
	}
	tag, _, _ := strings.Cut(rest, `"`)
	return tag
}
