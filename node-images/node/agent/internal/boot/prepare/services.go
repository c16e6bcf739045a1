package prepare

import (
	"os"

	"dev.coracle/node/internal/boot/halt"
	"dev.coracle/node/internal/boot/service"
)

// installServices copies the service folders to where s6 watches them. Kubelet's is down until the node's configuration
// is there (package bootstrap), the timer's until a stop is scheduled.
func installServices() error {
	for _, name := range []string{service.Boot, service.Containerd, service.Kubelet} {
		if err := os.MkdirAll("/var/log/coracle/"+name, 0o755); err != nil {
			return err
		}
	}
	if err := os.CopyFS(service.ScanFolder, os.DirFS(service.Prototypes)); err != nil {
		return err
	}
	if _, scheduled := halt.Scheduled(); scheduled {
		return os.Remove(service.ScanFolder + "/" + service.Timer + "/down")
	}
	return nil
}
