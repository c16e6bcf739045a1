// Package kubelet writes the settings of kubelet that differ by node and by boot.
package kubelet

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"dev.coracle/node/internal/autopause"
	"dev.coracle/node/internal/boot/capability"
	"dev.coracle/node/internal/boot/env"
	"dev.coracle/node/internal/boot/limits"
	"dev.coracle/node/internal/boot/network"
)

const (
	// dropInPath is below kubelet's --config-dir; its settings win over /var/lib/kubelet/config.yaml.
	dropInPath = "/var/lib/kubelet/config.d/10-node.conf"

	servingCertificate = env.Folder + "/kubelet/pki/kubelet.crt"
	servingKey         = env.Folder + "/kubelet/pki/kubelet.key"
)

// WriteDropIn writes the settings for the limits that the container has now.
func WriteDropIn(env.Node) error {
	if err := os.MkdirAll(filepath.Dir(dropInPath), 0o755); err != nil {
		return err
	}
	machine := limits.ReadMachine()
	reservation := limits.Reserve(limits.Read(machine), machine)
	_, err := os.Stat(servingCertificate)
	config := dropIn(reservation, err == nil, capability.MayLowerOOMScore())
	return os.WriteFile(dropInPath, []byte(config), 0o644)
}

// Mend is for a bare node whose kubelet is about to start: `kubeadm reset` takes the node's own settings away with
// kubelet's state, and the node may join another cluster next.
func Mend([]string) error {
	if _, err := os.Stat(dropInPath); err == nil {
		return nil
	}
	node, err := env.Load()
	if err != nil {
		return err
	}
	return errors.Join(network.ForgetGivenSubnet(), WriteDropIn(node))
}

// ApplyLimits is for a running node whose limits were changed: kubelet reads the machine only when it starts, and a
// restart of it leaves pods alone.
func ApplyLimits([]string) error {
	node, err := env.Load()
	if err != nil {
		return err
	}
	if err := autopause.Wake(nil); err != nil {
		return err
	}
	if err := limits.OverlayMeminfo(); err != nil {
		return err
	}
	if err := WriteDropIn(node); err != nil {
		return err
	}
	return Restart()
}

// dropIn is a KubeletConfiguration in which only what a node decides itself is set.
//
// The disk is the user's machine's: Kubernetes' thresholds of 10 and 15 percent would evict pods from a disk with
// 50 GB left, so only what kubelet itself needs to live is kept free. Naming one threshold unsets the others'
// defaults, hence all are named.
func dropIn(reservation limits.Reservation, ownCertificate, mayLowerOOMScore bool) string {
	var config strings.Builder
	fmt.Fprintf(&config, `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
cgroupDriver: cgroupfs
cgroupRoot: %s
failCgroupV1: false
resolvConf: %s
systemReserved:
  cpu: %s
  memory: %s
evictionHard:
  memory.available: %s
  nodefs.available: 256Mi
  nodefs.inodesFree: 1%%
  imagefs.available: 256Mi
  imagefs.inodesFree: 1%%
`, env.PodsCgroup, network.ResolvConf, reservation.SystemCPU, reservation.SystemMemory, reservation.EvictionMemory)
	if !mayLowerOOMScore {
		// Kubelet's default cannot be set then, and trying takes it 0.2 s at every start.
		config.WriteString("oomScoreAdj: 0\n")
	}
	if ownCertificate {
		fmt.Fprintf(&config, "tlsCertFile: %s\ntlsPrivateKeyFile: %s\n", servingCertificate, servingKey)
	}
	return config.String()
}
