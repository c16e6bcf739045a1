package systemimages

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// assemble lays the files of one layer out in a folder.
func assemble(layer layerRecipe, folder string) error {
	for _, entry := range layer.Files {
		if err := place(entry, folder); err != nil {
			return err
		}
	}
	if layer.Busybox != "" {
		return linkBusybox(filepath.Join(folder, layer.Busybox))
	}
	return nil
}

func place(entry fileEntry, folder string) error {
	target := filepath.Join(folder, entry.Path)
	if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
		return err
	}
	switch {
	case entry.Copy != "":
		return copyMatches(entry, folder)
	case entry.Link != "":
		return os.Symlink(entry.Link, target)
	case entry.Text != "":
		return os.WriteFile(target, []byte(entry.Text), 0o644)
	default:
		return makeFolder(target, entry.Mode)
	}
}

func makeFolder(path, mode string) error {
	bits, err := strconv.ParseUint(mode, 8, 12)
	if err != nil {
		return err
	}
	if err := os.Mkdir(path, 0o755); err != nil {
		return err
	}
	// Chmod in Go has its own flag for the sticky bit.
	return os.Chmod(path, fs.FileMode(bits&0o777)|fs.FileMode(bits>>9&1)*fs.ModeSticky)
}

func copyMatches(entry fileEntry, folder string) error {
	matches, err := filepath.Glob(entry.Copy)
	if err != nil || len(matches) == 0 {
		return errors.Join(err, fmt.Errorf("nothing matches %s", entry.Copy))
	}
	libraries, err := librariesOfAll(entry, matches)
	if err != nil {
		return err
	}
	for _, source := range append(matches, libraries...) {
		target := filepath.Join(folder, source)
		if entry.Path != "" && source == entry.Copy {
			target = filepath.Join(folder, entry.Path)
		}
		if err := copyFile(source, target); err != nil {
			return err
		}
	}
	return nil
}

// copyFile copies the content and the executable bit; what a link points to is copied under the link's name.
func copyFile(source, target string) error {
	from, err := os.Open(source)
	if err != nil {
		return err
	}
	defer from.Close()
	info, err := from.Stat()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
		return err
	}
	to, err := os.OpenFile(target, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, info.Mode().Perm())
	if err != nil {
		return err
	}
	_, err = io.Copy(to, from)
	return errors.Join(err, to.Close())
}

func linkBusybox(folder string) error {
	programs, err := exec.Command(filepath.Join(folder, "busybox"), "--list").Output()
	if err != nil {
		return err
	}
	for program := range strings.FieldsSeq(string(programs)) {
		if program == "busybox" {
			continue
		}
		if err := os.Symlink("busybox", filepath.Join(folder, program)); err != nil {
			return err
		}
	}
	return nil
}
