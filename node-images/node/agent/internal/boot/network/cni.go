package network

import (
	"encoding/json"
	"net"
	"os"

	"dev.coracle/node/internal/boot/env"
	"dev.coracle/node/internal/podaddress"
)

const (
	// cniFolder is on the node's volume.
	cniFolder = "/etc/cni/net.d/"
	cniPath   = cniFolder + "10-coracle.conflist"

	// givenCNIPath is what containerd makes of the template, once kubelet knows the node's spec.podCIDR.
	givenCNIPath = cniFolder + "10-containerd-net.conflist"

	// CNITemplate is for a node whose subnet is given to it; containerd fills in the one variable.
	CNITemplate = env.RunFolder + "/cni.template"
	givenSubnet = "{{.PodCIDR}}"
)

// object is a JSON object.
type object = map[string]any

// writeCNI writes the node's own configuration, or takes it away where the user brings a CNI.
func writeCNI(node env.Node, proxyMode string) error {
	if !node.OwnNetwork() {
		return ignoreAbsent(os.Remove(cniPath))
	}
	path := cniPath
	if node.GivenSubnet() {
		path, node.PodCIDR = CNITemplate, givenSubnet
	}
	content, err := cniText(node, proxyMode, mtu())
	if err != nil {
		return err
	}
	return os.WriteFile(path, content, 0o644)
}

func cniText(node env.Node, proxyMode string, mtu int) ([]byte, error) {
	content, err := json.MarshalIndent(cniConfig(node, proxyMode, mtu), "", "  ")
	return append(content, '\n'), err
}

// ForgetGivenSubnet is for a node that left its cluster: the next one may give it another subnet.
func ForgetGivenSubnet() error {
	return ignoreAbsent(os.Remove(givenCNIPath))
}

// cniConfig is a route per pod and no bridge: it needs no br_netfilter, of which an engine's kernel may have none.
// Leaving the pod network is masqueraded by one rule of the node, not by one chain for each pod (ipMasq). A pod keeps its address
// when the node restarts (package podaddress).
func cniConfig(node env.Node, proxyMode string, mtu int) object {
	return object{
		"cniVersion": "1.0.0",
		"name":       podaddress.Network,
		"plugins": []object{
			{
				"type": "ptp", "mtu": mtu, "ipMasq": false,
				"ipam": object{
					"type": "sticky-host-local", "dataDir": podaddress.Leases,
					"ranges": [][]object{{{"subnet": node.PodCIDR}}},
					"routes": []object{{"dst": "0.0.0.0/0"}},
				},
			},
			{"type": "portmap", "capabilities": object{"portMappings": true}, "backend": proxyMode},
		},
	}
}

// mtu is that of the cluster's network, which a VPN's or an engine's setting may have made smaller than usual.
func mtu() int {
	const ethernet = 1500
	device, err := net.InterfaceByName(clusterDevice)
	if err != nil {
		return ethernet
	}
	return device.MTU
}

func ignoreAbsent(err error) error {
	if os.IsNotExist(err) {
		return nil
	}
	return err
}
