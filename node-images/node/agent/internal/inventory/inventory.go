// Package inventory writes down, while a node image is built, what the image is made of: a software bill of materials
// (SPDX 2.3), a list of licences, and their texts.
package inventory

import (
	"flag"
	"os"
	"path/filepath"
)

// A component is one thing that somebody else made: a Go module or a Debian package.
type component struct {
	Name    string
	Version string
	// URL is its package URL, the name by which vulnerability scanners know it.
	URL     string
	License string
}

// A program is an executable made of Go modules; main is the one that it is named after.
type program struct {
	Name    string
	Main    component
	Modules []component
}

// Write is the build's command: inventory [flags] OUTPUT-FOLDER.
func Write(args []string) error {
	flags := flag.NewFlagSet("inventory", flag.ContinueOnError)
	programs := flags.String("programs", "/build/bin", "folder of the Go programs")
	goLicenses := flags.String("go-licenses", "/build/licenses", "licence texts by MODULE@VERSION")
	packages := flags.String("packages", "/build/debian-packages.tsv", "Debian's packages")
	debianLicenses := flags.String("debian-licenses", "/build/debian-licenses", "copyright files by package")
	name := flags.String("name", "coracle-node", "name of the image")
	created := flags.String("created", "", "time that is written into the document (RFC 3339)")
	if err := flags.Parse(args); err != nil {
		return err
	}
	found, err := collect(*programs, *goLicenses, *packages, *debianLicenses)
	if err != nil {
		return err
	}
	return found.write(flags.Arg(0), *name, *created, *goLicenses, *debianLicenses)
}

// contents is everything that was found in an image.
type contents struct {
	Programs []program
	Packages []component
}

func collect(programs, goLicenses, packages, debianLicenses string) (*contents, error) {
	found := &contents{}
	var err error
	if found.Programs, err = readPrograms(programs, goLicenses); err != nil {
		return nil, err
	}
	found.Packages, err = readPackages(packages, debianLicenses)
	return found, err
}

func (c *contents) write(folder, name, created string, texts ...string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	if err := writeDocument(filepath.Join(folder, "sbom.spdx.json"), c.document(name, created)); err != nil {
		return err
	}
	if err := c.writeList(filepath.Join(folder, "licenses.tsv")); err != nil {
		return err
	}
	return archiveTexts(filepath.Join(folder, "licenses.tar.gz"), texts)
}
