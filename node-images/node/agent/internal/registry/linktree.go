package registry

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/containerd/containerd/v2/core/mount"
	copyfs "github.com/containerd/continuity/fs"
	"github.com/containerd/continuity/sysx"
	"golang.org/x/sys/unix"
)

// topFolder is where the files of a snapshot's own layer lie: the upper folder of one that is written, the highest
// lower folder of one that is read.
func topFolder(mounts []mount.Mount) (string, error) {
	if len(mounts) != 1 {
		return "", fmt.Errorf("a snapshot of %d mounts", len(mounts))
	}
	if mounts[0].Type == "bind" {
		return mounts[0].Source, nil
	}
	for _, key := range []string{"upperdir=", "lowerdir="} {
		for _, option := range mounts[0].Options {
			if folders, found := strings.CutPrefix(option, key); found {
				top, _, _ := strings.Cut(folders, ":")
				return top, nil
			}
		}
	}
	return "", errors.New("a snapshot without folders")
}

// linkTree makes the tree `to` the same as `from`. Files are hard links: lower layers never change, and overlayfs
// copies a file before a container writes to it. Whiteouts and attributes of folders come along.
func linkTree(from, to string) error {
	from, err := filepath.EvalSymlinks(from) // a layer of the node image is linked into its snapshot
	if err != nil {
		return err
	}
	var folders []func() error
	err = filepath.WalkDir(from, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		target := to + strings.TrimPrefix(path, from)
		if !entry.IsDir() {
			return linkFile(path, target)
		}
		folders = append(folders, func() error { return finishFolder(path, target) })
		return makeFolder(target)
	})
	// Times last: every entry that is made in a folder changes its time.
	for i := len(folders) - 1; i >= 0 && err == nil; i-- {
		err = folders[i]()
	}
	return err
}

func makeFolder(folder string) error {
	if err := os.Mkdir(folder, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return nil
}

func linkFile(from, to string) error {
	err := os.Link(from, to)
	if !errors.Is(err, syscall.EXDEV) && !errors.Is(err, syscall.EMLINK) {
		return err
	}
	info, err := os.Lstat(from)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return fmt.Errorf("%s is on another disk and no plain file", from)
	}
	if err := copyfs.CopyFile(to, from); err != nil {
		return err
	}
	return copyAttributes(from, to, info)
}

func finishFolder(from, to string) error {
	info, err := os.Lstat(from)
	if err != nil {
		return err
	}
	return copyAttributes(from, to, info)
}

func copyAttributes(from, to string, info fs.FileInfo) error {
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return fmt.Errorf("%s: no file status", from)
	}
	if err := os.Lchown(to, int(stat.Uid), int(stat.Gid)); err != nil {
		return err
	}
	if err := unix.Fchmodat(unix.AT_FDCWD, to, stat.Mode&0o7777, 0); err != nil {
		return err
	}
	if err := copyXattrs(from, to); err != nil {
		return err
	}
	times := []unix.Timespec{unix.Timespec(stat.Atim), unix.Timespec(stat.Mtim)}
	return unix.UtimesNanoAt(unix.AT_FDCWD, to, times, unix.AT_SYMLINK_NOFOLLOW)
}

func copyXattrs(from, to string) error {
	names, err := sysx.LListxattr(from)
	if err != nil {
		return err
	}
	for _, name := range names {
		value, err := sysx.LGetxattr(from, name)
		if err != nil {
			return err
		}
		if err := sysx.LSetxattr(to, name, value, 0); err != nil {
			return fmt.Errorf("%s of %s: %w", name, to, err)
		}
	}
	return nil
}
