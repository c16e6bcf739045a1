package prepare

import (
	"fmt"
	"os"

	"dev.coracle/node/internal/boot/capability"
	"dev.coracle/node/internal/boot/env"
	"dev.coracle/node/internal/boot/network"
)

// pauseImage holds a pod's sandbox.
const pauseImage = "registry.k8s.io/pause"

// WriteContainerdSettings writes what /etc/containerd/config.toml imports: what depends on this boot or this image.
func WriteContainerdSettings(node env.Node) error {
	settings := containerdSettings(imageTag(pauseImage), !capability.MayLowerOOMScore())
	if node.GivenSubnet() {
		settings += givenSubnetSettings
	}
	if _, err := os.Stat(containerSpec); err == nil {
		settings += podTrustSettings
	}
	return os.WriteFile(env.RunFolder+"/containerd.toml", []byte(settings), 0o644)
}

// givenSubnetSettings let containerd write the CNI configuration, when kubelet tells it the node's spec.podCIDR.
const givenSubnetSettings = `
  [plugins."io.containerd.cri.v1.runtime".cni]
    conf_template = "` + network.CNITemplate + `"
`

// containerdSettings pins the sandbox image, and clamps oom_score_adj where lowering it is forbidden: a container
// that asks for less would fail to start.
func containerdSettings(pauseTag string, restrictOOMScore bool) string {
	return fmt.Sprintf(`version = 3

[plugins."io.containerd.cri.v1.images".pinned_images]
  sandbox = "%s:%s"

[plugins."io.containerd.cri.v1.runtime"]
  restrict_oom_score_adj = %t
`, pauseImage, pauseTag, restrictOOMScore)
}
