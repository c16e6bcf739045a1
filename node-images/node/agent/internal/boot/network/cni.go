package network

import (
	"encoding/json"
	"net"
	"os"

	"dev.coracle/node/internal/boot/env"
)

// cniPath is on the node's volume, through the mount of /etc/cni/net.d.
const cniPath = "/etc/cni/net.d/10-coracle.conflist"

// object is a JSON object.
type object = map[string]any

// writeCNI writes the node's own configuration, or takes it away where the user brings a CNI.
func writeCNI(node env.Node, proxyMode string) error {
	if !node.OwnNetwork() {
		return ignoreAbsent(os.Remove(cniPath))
	}
	content, err := json.MarshalIndent(cniConfig(node, proxyMode, mtu()), "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(cniPath, append(content, '\n'), 0o644)
}

// cniConfig is a route per pod and no bridge: it needs no br_netfilter, of which an engine's kernel may have none.
// Leaving the pod network is masqueraded by one rule of the node, not by one chain for each pod (ipMasq). Leases are
// under /run, so that an end without notice leaves none behind.
func cniConfig(node env.Node, proxyMode string, mtu int) object {
	return object{
		"cniVersion": "1.0.0",
		"name":       "coracle",
		"plugins": []object{
			{
				"type": "ptp", "mtu": mtu, "ipMasq": false,
				"ipam": object{
					"type": "host-local", "dataDir": env.RunFolder + "/leases",
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
	device, err := net.InterfaceByName("eth0")
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
