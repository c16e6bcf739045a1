package inventory

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// readPackages reads lines of package, version, source package and source version, separated by tabs.
func readPackages(file, licenses string) ([]component, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var packages []component
	for line := range strings.Lines(string(text)) {
		fields := strings.Split(strings.TrimSpace(line), "\t")
		if len(fields) != 4 {
			return nil, fmt.Errorf("%s: not four fields: %q", file, line)
		}
		license, err := debianLicense(filepath.Join(licenses, fields[0], "copyright"))
		if err != nil {
			return nil, err
		}
		packages = append(packages, component{
			Name:    fields[0],
			Version: fields[1],
			URL:     "pkg:deb/debian/" + fields[0] + "@" + fields[1],
			License: license,
		})
	}
	return packages, nil
}

// debianLicense lists the licences that a package's copyright file names in its machine-readable form.
func debianLicense(file string) (string, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	var names []string
	for line := range strings.Lines(string(text)) {
		name, isLicense := strings.CutPrefix(line, "License:")
		if name = strings.TrimSpace(name); isLicense && name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return unknownLicense, nil
	}
	return strings.Join(names, ", "), nil
}
