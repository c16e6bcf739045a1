package network

import (
	"encoding/json"
	"strings"
	"testing"

	"dev.coracle/node/internal/boot/env"
)

var worker = env.Node{
	CNI: "default", PodNetwork: "10.244.0.0/16", PodCIDR: "10.244.2.0/24", ServiceNetwork: "10.96.0.0/12",
	Peers: []env.Peer{{Address: "172.30.0.10", Pods: "10.244.1.0/24"}},
}

func TestRoutesOfTheOwnNetwork(t *testing.T) {
	want := `address replace 169.254.53.53/32 dev lo scope host
route replace 10.244.1.0/24 via 172.30.0.10
route replace unreachable 10.244.0.0/16
`
	if got := routes(worker); got != want {
		t.Errorf("got\n%s", got)
	}
}

func TestNodeWhoseSubnetIsGivenLooksForPodsOnTheClustersNetwork(t *testing.T) {
	node := worker
	node.Bootstrap = env.Bare
	want := `address replace 169.254.53.53/32 dev lo scope host
route replace 10.244.0.0/16 dev eth0 scope link
`
	if got := routes(node); got != want {
		t.Errorf("got\n%s", got)
	}
}

func TestNoRoutesWithTheUsersNetwork(t *testing.T) {
	if got := routes(env.Node{CNI: "none", PodCIDR: "10.244.2.0/24"}); strings.Contains(got, "route") {
		t.Errorf("got\n%s", got)
	}
}

func TestListeningPortSkipsOthers(t *testing.T) {
	table := `  sl  local_address rem_address   st tx_queue
  0: 0100007F:0035 00000000:0000 07 00000000:00000000
  1: 0B00007F:9C41 0100007F:1234 07 00000000:00000000
  2: 0B00007F:A3F0 00000000:0000 07 00000000:00000000
`
	if got := listeningPort(table, "127.0.0.11"); got != 0xA3F0 {
		t.Errorf("got %d", got)
	}
	if got := listeningPort("", "127.0.0.11"); got != 0 {
		t.Errorf("got %d", got)
	}
}

func TestPodResolvConf(t *testing.T) {
	docker := parseResolvConf("nameserver 127.0.0.11\nsearch corp.example a.example\noptions ndots:0\n")
	docker.UDPPort = 4000
	if got, want := docker.podResolvConf(), "nameserver 169.254.53.53\nsearch corp.example a.example\n"; got != want {
		t.Errorf("got %q", got)
	}
	plain := parseResolvConf("nameserver 127.0.0.53\nnameserver 192.0.2.1\n")
	if got, want := plain.podResolvConf(), "nameserver 192.0.2.1\n"; got != want {
		t.Errorf("got %q", got)
	}
}

func TestRulesHoldWhatTheNodeHas(t *testing.T) {
	full := ruleData{worker, Resolver{UDPPort: 4000, TCPPort: 4001}, ResolverAddress}
	for _, text := range []string{render(nftRules, full), render(iptablesRules, full)} {
		for _, part := range []string{"127.0.0.11:4000", "127.0.0.11:4001", "10.96.0.0/12", "10.244.2.0/24"} {
			if !strings.Contains(text, part) {
				t.Errorf("%s is not in\n%s", part, text)
			}
		}
	}
	bare := ruleData{env.Node{CNI: "none"}, Resolver{}, ResolverAddress}
	for _, text := range []string{render(nftRules, bare), render(iptablesRules, bare)} {
		if strings.Contains(text, ":0\n") || strings.Contains(text, "masquerade") || strings.Contains(text, "REJECT") {
			t.Errorf("rules for nothing in\n%s", text)
		}
	}
}

func TestCNIConfig(t *testing.T) {
	content, err := json.Marshal(cniConfig(worker, NFTables, 1450))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{`"subnet":"10.244.2.0/24"`, `"mtu":1450`, `"backend":"nftables"`} {
		if !strings.Contains(string(content), part) {
			t.Errorf("%s is not in %s", part, content)
		}
	}
}

func TestTemplateForAGivenSubnetLeavesItToContainerd(t *testing.T) {
	node := worker
	node.PodCIDR = givenSubnet
	config, err := cniText(node, NFTables, 1450)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(config), `"subnet": "{{.PodCIDR}}"`) {
		t.Errorf("got %s", config)
	}
}

func TestDefaultGateway(t *testing.T) {
	table := "Iface\tDestination\tGateway\neth0\t00001EAC\t00000000\neth0\t00000000\t01001EAC\n"
	if got := defaultGateway(table); got != "172.30.0.1" {
		t.Errorf("got %q", got)
	}
	if got := defaultGateway("Iface\n"); got != "" {
		t.Errorf("got %q", got)
	}
}

func TestWithBlockReplacesItsOwn(t *testing.T) {
	once := withBlock("127.0.0.1 localhost", "cluster", "1.1.1.1 a\n")
	other := withBlock(once, "host", "3.3.3.3 h\n")
	got := withBlock(other, "cluster", "2.2.2.2 b\n")
	want := "127.0.0.1 localhost\n# coracle host begin\n3.3.3.3 h\n# coracle host end\n" +
		"# coracle cluster begin\n2.2.2.2 b\n# coracle cluster end\n"
	if got != want {
		t.Errorf("got %q", got)
	}
}

func TestClusterHosts(t *testing.T) {
	node := env.Node{APIName: "api.demo.coracle", APIIP: "172.30.0.10",
		Hosts: []env.Host{{Address: "172.30.0.11", Name: "worker-1"}}}
	if got := ClusterHosts(node); got != "172.30.0.10 api.demo.coracle\n172.30.0.11 worker-1\n" {
		t.Errorf("got %q", got)
	}
}
