package prepare

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/sys/unix"

	"dev.coracle/node/internal/boot/env"
)

const bundlePath = "/etc/ssl/certs/ca-certificates.crt"

// overlayBundle is there where the user brought authorities.
const overlayBundle = env.RunFolder + "/ca-certificates.crt"

// trustUsersAuthorities adds the user's certificates to those of the image, for containerd's pulls, for tools and for
// pods. A file mounted over the image's bundle takes no time and is gone with the boot: a certificate that the user
// took away is not trusted any more.
func trustUsersAuthorities() error {
	users, err := usersAuthorities()
	if err != nil || len(users) == 0 {
		return err
	}
	return trust(users)
}

// TrustAnew is for a running node whose user has other authorities now. Pods that run see them too: the file that they
// have mounted is written in place, also where nobody's certificates are left to add.
func TrustAnew() error {
	users, err := usersAuthorities()
	if err != nil {
		return err
	}
	_, err = os.Stat(overlayBundle)
	if errors.Is(err, fs.ErrNotExist) {
		return trustUsersAuthorities()
	}
	if err := unix.Unmount(bundlePath, unix.MNT_DETACH); err != nil {
		return err
	}
	return trust(users)
}

// usersAuthorities are the files that hold any: an empty one stands for those that were taken away.
func usersAuthorities() ([]string, error) {
	paths, err := filepath.Glob(env.Folder + "/ca/*.crt")
	return slices.DeleteFunc(paths, func(path string) bool {
		info, err := os.Stat(path)
		return err == nil && info.Size() == 0
	}), err
}

func trust(users []string) error {
	bundle, err := joinFiles(append([]string{bundlePath}, users...))
	if err != nil {
		return err
	}
	if err := os.WriteFile(overlayBundle, bundle, 0o444); err != nil {
		return err
	}
	if err := unix.Mount(overlayBundle, bundlePath, "", unix.MS_BIND, ""); err != nil {
		return err
	}
	return trustInPods()
}

// joinFiles puts a line end between files: a certificate may come without.
func joinFiles(paths []string) ([]byte, error) {
	var all []byte
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		all = append(append(all, content...), '\n')
	}
	return all, nil
}
