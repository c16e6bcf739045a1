package prepare

import (
	"os"

	"dev.coracle/node/internal/boot/service"
)

// installServices copies the service folders to where s6 watches them. Kubelet's is down until the node's configuration
// is there (package bootstrap).
func installServices() error {
	for _, name := range []string{"boot", service.Containerd, service.Kubelet} {
		if err := os.MkdirAll("/var/log/coracle/"+name, 0o755); err != nil {
			return err
		}
	}
	return os.CopyFS(service.ScanFolder, os.DirFS(service.Prototypes))
}
