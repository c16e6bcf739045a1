// Package podaddress lets pods keep their addresses when their node restarts. What containerd's CNI library has noted of the
// pods of the boot before is read at boot; the IPAM plugin of the node asks for it.
//
// Services lead to the addresses that pods had until the cluster knows better, seconds after a restart: a pod with
// another's address would be sent what was meant for that one, and nobody finds cluster DNS.
package podaddress

import (
	"os"
	"path/filepath"
	"strings"

	"dev.coracle/node/internal/boot/env"
)

const (
	// Network is that of the node's pods.
	Network = "coracle"

	// Leases is host-local's dataDir. It is under /run, so that an end without notice leaves no lease behind.
	Leases = env.RunFolder + "/leases"
)

// Memory is of one boot.
type Memory struct {
	// addresses is a folder with a file for each pod of the boot before, named by its UID, with its address.
	addresses string
	// leases is host-local's folder of the network, with a file for each address, which says whose it is.
	leases string
}

// OfNode is the memory of this node.
func OfNode() Memory {
	return Memory{env.RunFolder + "/pod-addresses", filepath.Join(Leases, Network)}
}

// Claim tells the address that a pod had, and lets host-local give it out. Nothing is no failure.
func (m Memory) Claim(uid string) string {
	if uid == "" || uid != filepath.Base(uid) {
		return ""
	}
	content, err := os.ReadFile(filepath.Join(m.addresses, uid))
	if err != nil {
		return ""
	}
	address := strings.TrimSpace(string(content))
	if lease := filepath.Join(m.leases, address); isKept(lease, uid) {
		_ = os.Remove(lease)
	}
	return address
}

// keptFor is what the lease of a pod that is not back yet says; host-local writes a container's ID.
func keptFor(uid string) string { return "kept for pod " + uid }

func isKept(lease, uid string) bool {
	content, err := os.ReadFile(lease)
	return err == nil && string(content) == keptFor(uid)
}
