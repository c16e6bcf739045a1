package systemimages

import (
	"archive/tar"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/opencontainers/go-digest"
)

// digestOf returns the digest and size of a layer's folder as a tar archive. Times and owners are left out, so that
// equal files give an equal digest on every machine and at any time.
func digestOf(folder string) (digest.Digest, int64, error) {
	digester := digest.Canonical.Digester()
	counter := &countingWriter{next: digester.Hash()}
	archive := tar.NewWriter(counter)
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || path == folder {
			return err
		}
		return addToArchive(archive, folder, path, entry)
	})
	if err != nil {
		return "", 0, err
	}
	err = archive.Close()
	return digester.Digest(), counter.size, err
}

func addToArchive(archive *tar.Writer, folder, path string, entry fs.DirEntry) error {
	header, err := headerOf(folder, path, entry)
	if err != nil {
		return err
	}
	if err := archive.WriteHeader(header); err != nil || !entry.Type().IsRegular() {
		return err
	}
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = io.Copy(archive, file)
	return err
}

func headerOf(folder, path string, entry fs.DirEntry) (*tar.Header, error) {
	info, err := entry.Info()
	if err != nil {
		return nil, err
	}
	var target string
	if entry.Type()&fs.ModeSymlink != 0 {
		if target, err = os.Readlink(path); err != nil {
			return nil, err
		}
	}
	full, err := tar.FileInfoHeader(info, target)
	if err != nil {
		return nil, err
	}
	name, err := filepath.Rel(folder, path)
	return &tar.Header{Typeflag: full.Typeflag, Name: name, Linkname: target, Size: full.Size, Mode: full.Mode}, err
}

type countingWriter struct {
	next io.Writer
	size int64
}

func (w *countingWriter) Write(p []byte) (int, error) {
	w.size += int64(len(p))
	return w.next.Write(p)
}
