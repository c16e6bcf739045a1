package prepare

import (
	"context"
	"encoding/json"
	"os"

	"github.com/containerd/containerd/v2/core/containers"
	"github.com/containerd/containerd/v2/pkg/namespaces"
	"github.com/containerd/containerd/v2/pkg/oci"
	"github.com/opencontainers/runtime-spec/specs-go"

	"dev.coracle/node/internal/boot/env"
)

// containerSpec is what every container begins with, where the user brought authorities.
const containerSpec = env.RunFolder + "/container-spec.json"

// bundlesInPods are where programs look: Debian's, Alpine's and Go's in the first, Fedora's and its kin's in the second.
var bundlesInPods = []string{bundlePath, "/etc/pki/tls/certs/ca-bundle.crt"}

// trustInPods has every container begin with the node's own bundle in place of its image's: a pod that reaches out
// through an intercepting proxy trusts it without a change of its image. What the pod itself mounts there wins.
func trustInPods() error {
	spec, err := specWithBundle()
	if err != nil {
		return err
	}
	text, err := json.Marshal(spec)
	if err != nil {
		return err
	}
	return os.WriteFile(containerSpec, text, 0o644)
}

// specWithBundle is containerd's own default with the mounts.
func specWithBundle() (*oci.Spec, error) {
	ctx := namespaces.WithNamespace(context.Background(), "k8s.io")
	spec, err := oci.GenerateSpec(ctx, nil, &containers.Container{ID: "base"})
	if err != nil {
		return nil, err
	}
	for _, place := range bundlesInPods {
		spec.Mounts = append(spec.Mounts, specs.Mount{
			Destination: place,
			Type:        "bind",
			Source:      overlayBundle,
			Options:     []string{"bind", "ro"},
		})
	}
	return spec, nil
}

// podTrustSettings name that spec to containerd.
const podTrustSettings = `
  [plugins."io.containerd.cri.v1.runtime".containerd.runtimes.crun]
    base_runtime_spec = "` + containerSpec + `"
`
