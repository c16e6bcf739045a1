package network

import (
	"fmt"
	"log"
	"strings"
	"text/template"

	"dev.coracle/node/internal/boot/env"
)

// ruleData is what the templates of the two packet filters read.
type ruleData struct {
	env.Node
	Resolver
	ResolverAddress string
}

// applyRules loads the node's rules. The nftables text also holds what kube-proxy's nftables mode needs of the kernel:
// where it is refused, kube-proxy has to use iptables, and so does the node.
func applyRules(node env.Node, resolver Resolver) (proxyMode string, err error) {
	data := ruleData{node, resolver, ResolverAddress}
	nftErr := run(render(nftRules, data), "nft", "-f", "-")
	if nftErr == nil {
		return NFTables, nil
	}
	log.Printf("no nftables here, taking iptables: %v", nftErr)
	for _, program := range []string{"iptables-legacy-restore", "iptables-restore"} {
		if err = run(render(iptablesRules, data), program, "--noflush"); err == nil {
			return IPTables, nil
		}
	}
	return "", fmt.Errorf("neither nftables nor iptables can be used: %w", err)
}

func render(source *template.Template, data ruleData) string {
	var text strings.Builder
	if err := source.Execute(&text, data); err != nil {
		panic(err) // the templates are constants; a test renders them
	}
	return text.String()
}

// nftRules replace the table as one transaction.
//
//   - probe: never reached; expressions of kube-proxy's nftables mode.
//   - dns-*: pods and the node itself reach Docker's resolver at an address that is valid in pods. The ports are its
//     real ones, so Docker's own redirection is not needed and may be of any kind.
//   - leave-pod-network: pods reach what is outside the pod network with the node's address.
//   - loopback: what route_localnet opens for the resolver stays closed for anything else.
//   - undelivered-*: a service address that kube-proxy has not translated has no owner; the default route would carry
//     it out of the machine. These come after the translation of addresses. A reset ends a TCP connection at once;
//     after an ICMP message that comes while it is being opened, the kernel waits a second.
var nftRules = template.Must(template.New("nft").Parse(`
add table ip coracle
delete table ip coracle
table ip coracle {
	chain probe {
		meta l4proto { tcp, udp } fib daddr type local ct state new numgen random mod 2 vmap { 0 : accept, 1 : accept }
	}
{{- if .UDPPort}}
	chain dns-from-pods {
		type nat hook prerouting priority -110; policy accept;
		ip daddr {{.ResolverAddress}} udp dport 53 dnat to 127.0.0.11:{{.UDPPort}}
		ip daddr {{.ResolverAddress}} tcp dport 53 dnat to 127.0.0.11:{{.TCPPort}}
	}
	chain dns-from-node {
		type nat hook output priority -110; policy accept;
		ip daddr {{.ResolverAddress}} udp dport 53 dnat to 127.0.0.11:{{.UDPPort}}
		ip daddr {{.ResolverAddress}} tcp dport 53 dnat to 127.0.0.11:{{.TCPPort}}
	}
	chain loopback {
		type filter hook input priority -10; policy accept;
		iifname != "lo" ip daddr 127.0.0.0/8 ct status & dnat == 0 drop
	}
{{- end}}
{{- if .OwnNetwork}}
	chain leave-pod-network {
		type nat hook postrouting priority 100; policy accept;
		ip saddr {{.PodCIDR}} ip daddr != {{.PodNetwork}} masquerade fully-random
	}
{{- end}}
{{- if .ServiceNetwork}}
	chain undelivered-forwarded {
		type filter hook forward priority 10; policy accept;
		ip daddr {{.ServiceNetwork}} meta l4proto tcp counter reject with tcp reset
		ip daddr {{.ServiceNetwork}} counter reject
	}
	chain undelivered-local {
		type filter hook output priority 10; policy accept;
		ip daddr {{.ServiceNetwork}} meta l4proto tcp counter reject with tcp reset
		ip daddr {{.ServiceNetwork}} counter reject
	}
{{- end}}
}
`))

// iptablesRules are the same for kernels without nftables. A new network namespace has none of these chains, and a
// boot that finds them flushes them by naming them.
var iptablesRules = template.Must(template.New("iptables").Parse(`*nat
:CORACLE-DNS - [0:0]
:CORACLE-LEAVE - [0:0]
{{- if .UDPPort}}
-A CORACLE-DNS -d {{.ResolverAddress}} -p udp --dport 53 -j DNAT --to-destination 127.0.0.11:{{.UDPPort}}
-A CORACLE-DNS -d {{.ResolverAddress}} -p tcp --dport 53 -j DNAT --to-destination 127.0.0.11:{{.TCPPort}}
-I PREROUTING -j CORACLE-DNS
-I OUTPUT -j CORACLE-DNS
{{- end}}
{{- if .OwnNetwork}}
-A CORACLE-LEAVE -s {{.PodCIDR}} ! -d {{.PodNetwork}} -j MASQUERADE --random-fully
-A POSTROUTING -j CORACLE-LEAVE
{{- end}}
COMMIT
*filter
:CORACLE-UNDELIVERED - [0:0]
:CORACLE-LOOPBACK - [0:0]
{{- if .UDPPort}}
-A CORACLE-LOOPBACK ! -i lo -d 127.0.0.0/8 -m conntrack ! --ctstate DNAT -j DROP
-A INPUT -j CORACLE-LOOPBACK
{{- end}}
{{- if .ServiceNetwork}}
-A CORACLE-UNDELIVERED -d {{.ServiceNetwork}} -p tcp -j REJECT --reject-with tcp-reset
-A CORACLE-UNDELIVERED -d {{.ServiceNetwork}} -j REJECT
-A FORWARD -j CORACLE-UNDELIVERED
-A OUTPUT -j CORACLE-UNDELIVERED
{{- end}}
COMMIT
`))
