package network

import (
	"errors"
	"text/template"

	"dev.coracle/node/internal/boot/env"
)

// apiRefusal resets what this node's own programs send to the API server. Connections of others, and those of the API server to
// itself, are not concerned.
var apiRefusal = template.Must(template.New("nft").Parse(`
add table ip coracle-refusal
delete table ip coracle-refusal
table ip coracle-refusal {
	chain own-programs {
		type filter hook output priority 10; policy accept;
		ip daddr {{.APIIP}} tcp dport 6443 reject with tcp reset
	}
}
`))

const noAPIRefusal = "add table ip coracle-refusal\ndelete table ip coracle-refusal\n"

// RefuseAPI keeps this node's own programs from the API server until AdmitAPI.
func RefuseAPI(node env.Node) error {
	if err := run(render(apiRefusal, ruleData{Node: node}), "nft", "-f", "-"); err != nil {
		return withIptables(err, "-I", node)
	}
	return nil
}

// AdmitAPI undoes RefuseAPI.
func AdmitAPI(node env.Node) error {
	if err := run(noAPIRefusal, "nft", "-f", "-"); err != nil {
		return withIptables(err, "-D", node)
	}
	return nil
}

// withIptables is for kernels without nftables, as applyRules has it.
func withIptables(nftErr error, action string, node env.Node) error {
	for _, program := range []string{"iptables-legacy", "iptables"} {
		err := run("", program, action, "OUTPUT", "-d", node.APIIP, "-p", "tcp", "--dport", "6443",
			"-j", "REJECT", "--reject-with", "tcp-reset")
		if err == nil {
			return nil
		}
		nftErr = errors.Join(nftErr, err)
	}
	return nftErr
}
