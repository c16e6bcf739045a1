// Package network gives a node the static network of its cluster: routes, packet rules, DNS for pods and a CNI
// configuration. Addresses and subnets are known when a node is made, so no agent has to find them out.
package network

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"

	"dev.coracle/node/internal/boot/env"
)

// Modes of kube-proxy; the node's own rules use the same part of the kernel.
const (
	NFTables = "nftables"
	IPTables = "iptables"
)

// clusterDevice is the node's interface on the cluster's network.
const clusterDevice = "eth0"

// Apply sets everything up and returns the mode that kube-proxy can use here.
func Apply(node env.Node) (proxyMode string, err error) {
	if err := run(routes(node), "ip", "-force", "-batch", "-"); err != nil {
		return "", err
	}
	if node.GivenSubnet() {
		if err := answerForPods(); err != nil {
			return "", err
		}
	}
	resolver, err := FindResolver()
	if err != nil {
		return "", err
	}
	if proxyMode, err = applyRules(node, resolver); err != nil {
		return "", err
	}
	if err := writeResolvConf(resolver); err != nil {
		return "", err
	}
	if err := writeHostAlias(); err != nil {
		return "", err
	}
	return proxyMode, writeCNI(node, proxyMode)
}

// routes is a batch for `ip`. `replace` and not `add`: a second boot of the same network namespace finds its own.
func routes(node env.Node) string {
	var batch strings.Builder
	fmt.Fprintf(&batch, "address replace %s/32 dev lo scope host\n", ResolverAddress)
	if !node.OwnNetwork() {
		return batch.String()
	}
	if node.GivenSubnet() {
		// Whoever has a pod answers for it (proxy ARP); nobody answers for an address that no pod has.
		fmt.Fprintf(&batch, "route replace %s dev %s scope link\n", node.PodNetwork, clusterDevice)
		return batch.String()
	}
	for _, peer := range node.Peers {
		fmt.Fprintf(&batch, "route replace %s via %s\n", peer.Pods, peer.Address)
	}
	// A pod address that no node owns would otherwise take the default route out of the machine.
	fmt.Fprintf(&batch, "route replace unreachable %s\n", node.PodNetwork)
	return batch.String()
}

// answerForPods lets the other nodes find the pods of this one without knowing its subnet. The kernel answers only for
// addresses that it routes elsewhere than back, which are those of its pods; and at once, not after up to 0.8 s.
func answerForPods() error {
	return errors.Join(
		os.WriteFile("/proc/sys/net/ipv4/conf/"+clusterDevice+"/proxy_arp", []byte("1"), 0o644),
		os.WriteFile("/proc/sys/net/ipv4/neigh/"+clusterDevice+"/proxy_delay", []byte("0"), 0o644))
}

// run feeds a program and makes its output part of the error.
func run(input, program string, args ...string) error {
	command := exec.Command(program, args...)
	command.Stdin = strings.NewReader(input)
	if output, err := command.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w: %s", program, err, strings.TrimSpace(string(output)))
	}
	return nil
}
