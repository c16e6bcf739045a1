// Package env reads node.env, in which the library tells a node who it is.
package env

import (
	"fmt"
	"os"
	"strings"
)

// Folder holds a node's inputs and the markers that it keeps itself; it is on the node's volume.
const Folder = "/var/lib/coracle"

// PodsCgroup is kubelet's cgroupRoot, the control plane's static pods below it: a group of its own, for the root holds
// the supervisor and the services.
const PodsCgroup = "/kubelet"

// RunFolder holds what lives as long as one boot.
const RunFolder = "/run/coracle"

// Bootstrap kinds: see docs/node-contract.md.
const (
	Init   = "init"
	Worker = "worker"
	Bare   = "bare"
)

// Peer is another node of the cluster: where its pods are, and the way there.
type Peer struct{ Address, Pods string }

// Host is a name for the node's hosts file.
type Host struct{ Address, Name string }

// Node is node.env; the fields are its keys. Keys that are absent are empty.
type Node struct {
	values map[string]string

	Name, Role, IP, APIName, APIIP string
	PodNetwork, PodCIDR            string
	ServiceNetwork, DNSIP          string
	CNI, Bootstrap, EtcdSeed       string
	AutoPause                      string
	Peers                          []Peer
	Hosts                          []Host
}

// Load reads the node's own file.
func Load() (Node, error) {
	content, err := os.ReadFile(Folder + "/node.env")
	if err != nil {
		return Node{}, fmt.Errorf("the node was given no settings: %w", err)
	}
	return Parse(string(content))
}

// Parse reads KEY='value' lines.
func Parse(content string) (Node, error) {
	values := map[string]string{}
	for line := range strings.Lines(content) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		key, value, found := strings.Cut(line, "=")
		if !found {
			return Node{}, fmt.Errorf("node.env: not KEY='value': %s", line)
		}
		values[key] = unquote(value)
	}
	return fromValues(values)
}

// unquote undoes the shell's single quotes, inside which a quote is written as quote, backslash, quote, quote.
func unquote(value string) string {
	if len(value) < 2 || value[0] != '\'' || value[len(value)-1] != '\'' {
		return value
	}
	return strings.ReplaceAll(value[1:len(value)-1], `'\''`, `'`)
}

func fromValues(values map[string]string) (Node, error) {
	node := Node{
		values: values,
		Name:   values["NODE_NAME"], Role: values["NODE_ROLE"], IP: values["NODE_IP"],
		APIName: values["API_NAME"], APIIP: values["API_IP"],
		PodNetwork: values["POD_NETWORK"], PodCIDR: values["POD_CIDR"],
		ServiceNetwork: values["SERVICE_NETWORK"], DNSIP: values["DNS_IP"],
		CNI: values["CNI"], Bootstrap: values["BOOTSTRAP"], EtcdSeed: values["ETCD_SEED"],
		AutoPause: values["AUTO_PAUSE"],
	}
	var err error
	if node.Peers, err = peers(values["PEERS"]); err != nil {
		return Node{}, err
	}
	if node.Hosts, err = hosts(values["HOSTS"]); err != nil {
		return Node{}, err
	}
	return node, nil
}

// peers reads number=address=subnet words; the number is for people and for other readers.
func peers(text string) ([]Peer, error) {
	var all []Peer
	for _, word := range strings.Fields(text) {
		parts := strings.Split(word, "=")
		if len(parts) != 3 {
			return nil, fmt.Errorf("node.env: PEERS: not number=address=subnet: %s", word)
		}
		all = append(all, Peer{Address: parts[1], Pods: parts[2]})
	}
	return all, nil
}

func hosts(text string) ([]Host, error) {
	var all []Host
	for _, word := range strings.Fields(text) {
		address, name, found := strings.Cut(word, "=")
		if !found {
			return nil, fmt.Errorf("node.env: HOSTS: not address=name: %s", word)
		}
		all = append(all, Host{Address: address, Name: name})
	}
	return all, nil
}

// Environ is every key, known here or not, as an environment for a program.
func (n Node) Environ() []string {
	var all []string
	for key, value := range n.values {
		all = append(all, key+"="+value)
	}
	return all
}

// OwnNetwork says whether the node sets up the pod network itself, or leaves it to the user's CNI.
func (n Node) OwnNetwork() bool { return n.CNI != "none" && n.PodCIDR != "" }

// SingleControlPlane says whether no other node of the cluster has an API server.
func (n Node) SingleControlPlane() bool {
	count := 0
	for _, host := range n.Hosts {
		if strings.HasPrefix(host.Name, "control-plane-") {
			count++
		}
	}
	return count <= 1
}

// GivenSubnet says whether the node's part of the pod network is only known once it has joined the user's cluster.
func (n Node) GivenSubnet() bool { return n.OwnNetwork() && n.Bootstrap == Bare }
