package registry

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/containerd/containerd/v2/core/mount"
	"golang.org/x/sys/unix"
)

func TestALinkedTreeSharesFilesAndKeepsAttributes(t *testing.T) {
	from, to := t.TempDir(), t.TempDir()
	folder := filepath.Join(from, "usr", "lib")
	must(t, os.MkdirAll(folder, 0o750))
	must(t, os.WriteFile(filepath.Join(folder, "file"), []byte("text"), 0o640))
	must(t, os.Symlink("file", filepath.Join(folder, "link")))
	must(t, unix.Mkfifo(filepath.Join(folder, "pipe"), 0o600))
	must(t, unix.Lsetxattr(folder, "user.opaque", []byte("y"), 0))
	must(t, os.Chtimes(folder, time.Time{}, time.Unix(1_000_000_000, 0)))

	must(t, linkTree(from, to))

	if a, b := stat(t, filepath.Join(folder, "file")), stat(t, filepath.Join(to, "usr/lib/file")); !os.SameFile(a, b) {
		t.Error("the file was copied")
	}
	if target, err := os.Readlink(filepath.Join(to, "usr/lib/link")); err != nil || target != "file" {
		t.Errorf("the link says %q, %v", target, err)
	}
	linked := stat(t, filepath.Join(to, "usr/lib"))
	if linked.Mode().Perm() != 0o750 || linked.ModTime().Unix() != 1_000_000_000 {
		t.Errorf("the folder is %v of %v", linked.Mode(), linked.ModTime())
	}
	value := make([]byte, 8)
	if n, err := unix.Lgetxattr(filepath.Join(to, "usr/lib"), "user.opaque", value); err != nil || string(value[:n]) != "y" {
		t.Errorf("the attribute is %q, %v", value, err)
	}
}

func TestTheTopFolderIsTheLayersOwn(t *testing.T) {
	for _, example := range []struct {
		mount mount.Mount
		want  string
	}{
		{mount.Mount{Type: "bind", Source: "/s/1/fs"}, "/s/1/fs"},
		{mount.Mount{Type: "overlay", Options: []string{"lowerdir=/s/3/fs:/s/2/fs"}}, "/s/3/fs"},
		{mount.Mount{Type: "overlay", Options: []string{"workdir=/w", "lowerdir=/s/3/fs", "upperdir=/s/4/fs"}}, "/s/4/fs"},
	} {
		if got, err := topFolder([]mount.Mount{example.mount}); err != nil || got != example.want {
			t.Errorf("%v: got %q, %v", example.mount, got, err)
		}
	}
}

func stat(t *testing.T, path string) os.FileInfo {
	t.Helper()
	info, err := os.Lstat(path)
	must(t, err)
	return info
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
