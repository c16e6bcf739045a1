package inventory

import (
	"archive/tar"
	"compress/gzip"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// writeList writes one line for each component: name, version, licence.
func (c *contents) writeList(file string) error {
	var lines []string
	add := func(c component) { lines = append(lines, fmt.Sprintf("%s\t%s\t%s\n", c.Name, c.Version, c.License)) }
	for _, program := range c.Programs {
		for _, module := range program.Modules {
			add(module)
		}
	}
	for _, installed := range c.Packages {
		add(installed)
	}
	slices.Sort(lines)
	return os.WriteFile(file, []byte(strings.Join(slices.Compact(lines), "")), 0o644)
}

// archiveTexts keeps all licence texts in one compressed archive: as files they would take ten times the space.
func archiveTexts(file string, folders []string) error {
	target, err := os.Create(file)
	if err != nil {
		return err
	}
	compressed := gzip.NewWriter(target)
	archive := tar.NewWriter(compressed)
	for _, folder := range folders {
		if err := addTexts(archive, folder); err != nil {
			return errors.Join(err, target.Close())
		}
	}
	return errors.Join(archive.Close(), compressed.Close(), target.Close())
}

func addTexts(archive *tar.Writer, folder string) error {
	return filepath.Walk(folder, func(path string, info os.FileInfo, err error) error {
		if err != nil || !info.Mode().IsRegular() {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(filepath.Dir(folder), path)
		if err != nil {
			return err
		}
		if err := archive.WriteHeader(&tar.Header{Name: name, Mode: 0o644, Size: int64(len(text))}); err != nil {
			return err
		}
		_, err = archive.Write(text)
		return err
	})
}
