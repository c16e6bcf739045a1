package env

import (
	"reflect"
	"testing"
)

const example = `
# a comment
CLUSTER='demo'
NODE_NAME='it'\''s'
PEERS='1=172.30.0.10=10.244.1.0/24 3=172.30.0.12=10.244.3.0/24'
HOSTS='172.30.0.10=control-plane-1'
CNI='default'
POD_CIDR='10.244.2.0/24'
`

func TestParse(t *testing.T) {
	node, err := Parse(example)
	if err != nil {
		t.Fatal(err)
	}
	if node.Name != "it's" {
		t.Errorf("name: %q", node.Name)
	}
	wantPeers := []Peer{{"172.30.0.10", "10.244.1.0/24"}, {"172.30.0.12", "10.244.3.0/24"}}
	if !reflect.DeepEqual(node.Peers, wantPeers) {
		t.Errorf("peers: %v", node.Peers)
	}
	if !reflect.DeepEqual(node.Hosts, []Host{{"172.30.0.10", "control-plane-1"}}) {
		t.Errorf("hosts: %v", node.Hosts)
	}
	if !node.OwnNetwork() {
		t.Error("CNI=default means that the node sets up the network")
	}
}

func TestParseNamesWhatIsWrong(t *testing.T) {
	for _, content := range []string{"NAME", "PEERS='1=172.30.0.10'", "HOSTS='172.30.0.10'"} {
		if _, err := Parse(content); err == nil {
			t.Errorf("%s: no error", content)
		}
	}
}

func TestSingleControlPlane(t *testing.T) {
	one := Node{Hosts: []Host{{Name: "control-plane-1"}, {Name: "worker-1"}}}
	if !one.SingleControlPlane() {
		t.Error("a worker is no control plane")
	}
	three := Node{Hosts: append(one.Hosts, Host{Name: "control-plane-2"})}
	if three.SingleControlPlane() {
		t.Error("there are two")
	}
}
