package staticpods

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dev.coracle/node/internal/boot/network"
)

const manifests = "/etc/kubernetes/manifests"

// names are those of the pods, of their containers and of their manifests.
var names = []string{"etcd", "kube-apiserver"}

// kubeletInputs are what kubelet makes its words of, beside itself and the manifests.
var kubeletInputs = []string{
	"var/lib/kubelet/config.yaml", "var/lib/kubelet/kubeadm-flags.env", "var/lib/kubelet/config.d/*",
	strings.TrimPrefix(network.ResolvConf, "/"),
}

func inputs() []string {
	all := slices.Clone(kubeletInputs)
	for _, name := range names {
		all = append(all, strings.TrimPrefix(manifests, "/")+"/"+name+".yaml")
	}
	return all
}

// basisOf digests the inputs below a root, and which image it is: another one may have another kubelet or agent.
func basisOf(root string) (string, error) {
	digest := sha256.New()
	fmt.Fprintln(digest, imageOf(root))
	for _, input := range inputs() {
		files, err := filepath.Glob(filepath.Join(root, input))
		if err != nil {
			return "", err
		}
		for _, file := range files {
			content, err := os.ReadFile(file)
			if err != nil {
				return "", err
			}
			fmt.Fprintf(digest, "%s %d\n%s", file, len(content), content)
		}
	}
	return hex.EncodeToString(digest.Sum(nil)), nil
}

// imageOf knows kubelet by the digest of its layer, to which its link leads, and the agent by its size and time.
func imageOf(root string) string {
	layer, _ := os.Readlink(filepath.Join(root, "usr/local/bin/kubelet"))
	agent, err := os.Stat(filepath.Join(root, "usr/local/bin/coracle-node"))
	if err != nil {
		return layer
	}
	return fmt.Sprint(layer, agent.Size(), agent.ModTime().UnixNano())
}
