package prepare

import (
	"fmt"
	"os"
	"strconv"
	"strings"

	"dev.coracle/node/internal/boot/env"
)

// capSysResource is the bit that lets a process lower its oom_score_adj.
const capSysResource = 24

// pauseImage holds a pod's sandbox.
const pauseImage = "registry.k8s.io/pause"

// writeContainerdSettings writes what /etc/containerd/config.toml imports: what depends on this boot or this image.
func writeContainerdSettings() error {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return err
	}
	settings := containerdSettings(imageTag(pauseImage), !mayLowerOOMScore(string(status)))
	return os.WriteFile(env.RunFolder+"/containerd.toml", []byte(settings), 0o644)
}

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

func mayLowerOOMScore(status string) bool {
	for line := range strings.Lines(status) {
		if mask, found := strings.CutPrefix(line, "CapBnd:"); found {
			bits, err := strconv.ParseUint(strings.TrimSpace(mask), 16, 64)
			return err == nil && bits&(1<<capSysResource) != 0
		}
	}
	return false
}
