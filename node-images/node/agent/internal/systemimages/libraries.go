package systemimages

import (
	"debug/elf"
	"fmt"
	"io"
	"path/filepath"
	"slices"
)

// libraryFolders are where Debian keeps loaders and libraries; the star stands for the machine's triplet.
var libraryFolders = []string{"/usr/lib64", "/usr/lib", "/usr/lib/*-linux-gnu*"}

// librariesOfAll returns what the files of an entry are linked to, if the entry asks for it.
func librariesOfAll(entry fileEntry, programs []string) ([]string, error) {
	var all []string
	if !entry.Libraries {
		return all, nil
	}
	for _, program := range programs {
		libraries, err := librariesOf(program)
		if err != nil {
			return nil, err
		}
		all = append(all, libraries...)
	}
	slices.Sort(all)
	return slices.Compact(all), nil
}

// librariesOf returns the files that a program is linked to, directly or not, its loader included.
func librariesOf(program string) ([]string, error) {
	found := map[string]string{}
	if err := collectLibraries(program, found); err != nil {
		return nil, fmt.Errorf("libraries of %s: %w", program, err)
	}
	var files []string
	for _, file := range found {
		files = append(files, file)
	}
	return files, nil
}

func collectLibraries(file string, found map[string]string) error {
	names, err := neededBy(file)
	if err != nil {
		return err
	}
	for _, name := range names {
		if _, seen := found[name]; seen {
			continue
		}
		if found[name], err = findLibrary(name); err != nil {
			return err
		}
		if err = collectLibraries(found[name], found); err != nil {
			return err
		}
	}
	return nil
}

func neededBy(file string) ([]string, error) {
	program, err := elf.Open(file)
	if err != nil {
		return nil, err
	}
	defer program.Close()
	names, err := program.ImportedLibraries()
	if loader := program.Section(".interp"); loader != nil {
		path, err := io.ReadAll(loader.Open())
		if err != nil {
			return nil, err
		}
		names = append(names, filepath.Base(string(path[:len(path)-1])))
	}
	return names, err
}

func findLibrary(name string) (string, error) {
	for _, folder := range libraryFolders {
		if matches, _ := filepath.Glob(filepath.Join(folder, name)); len(matches) > 0 {
			return matches[0], nil
		}
	}
	return "", fmt.Errorf("%s is in none of %v", name, libraryFolders)
}
