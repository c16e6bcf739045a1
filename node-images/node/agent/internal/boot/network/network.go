// Package network gives a node the static network of its cluster: routes, packet rules, DNS for pods and a CNI
// configuration. Addresses and subnets are known when a node is made, so no agent has to find them out.
package network

import (
	"fmt"
	"os/exec"
	"strings"

	"dev.coracle/node/internal/boot/env"
)

// Modes of kube-proxy; the node's own rules use the same part of the kernel.
const (
	NFTables = "nftables"
	IPTables = "iptables"
)

// Apply sets everything up and returns the mode that kube-proxy can use here.
func Apply(node env.Node) (proxyMode string, err error) {
	if err := run(routes(node), "ip", "-force", "-batch", "-"); err != nil {
		return "", err
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
	for _, peer := range node.Peers {
		fmt.Fprintf(&batch, "route replace %s via %s\n", peer.Pods, peer.Address)
	}
	// A pod address that no node owns would otherwise take the default route out of the machine.
	fmt.Fprintf(&batch, "route replace unreachable %s\n", node.PodNetwork)
	return batch.String()
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
