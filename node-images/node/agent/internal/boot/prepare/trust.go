package prepare

import (
	"os"
	"path/filepath"

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
	paths, err := filepath.Glob(env.Folder + "/ca/*.crt")
	if err != nil || len(paths) == 0 {
		return err
	}
	bundle, err := joinFiles(append([]string{bundlePath}, paths...))
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
