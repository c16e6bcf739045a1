package network

import (
	"fmt"
	"net/netip"
	"os"
	"strconv"
	"strings"

	"dev.coracle/node/internal/boot/env"
)

const (
	// ResolverAddress is where pods of this node reach Docker's resolver. It is link-local, so it is the same on every
	// node, is no pod's or service's address, and a port 53 on the node's own address stays free for its users.
	ResolverAddress = "169.254.53.53"

	// ResolvConf is what kubelet gives to pods; it is written at every boot, as Docker's resolver may have changed.
	ResolvConf = env.RunFolder + "/resolv.conf"

	// dockerResolver answers inside a container only: a loopback address is another machine's in a pod.
	dockerResolver = "127.0.0.11"
)

// Resolver says where the name server of the container listens, and with which search domains it is to be asked.
type Resolver struct {
	UDPPort, TCPPort int // of Docker's resolver; 0: this network has none
	Servers          []string
	Search           string
}

// FindResolver reads what Docker wrote. Docker redirects port 53 to the random ports its resolver has in the
// container's network namespace, with the iptables variant of its host; the kernel's list of sockets tells the ports
// whichever that was.
func FindResolver() (Resolver, error) {
	content, err := os.ReadFile("/etc/resolv.conf")
	if err != nil {
		return Resolver{}, err
	}
	resolver := parseResolvConf(string(content))
	resolver.UDPPort = portOf("/proc/net/udp")
	resolver.TCPPort = portOf("/proc/net/tcp")
	return resolver, nil
}

func portOf(path string) int {
	table, err := os.ReadFile(path)
	if err != nil {
		return 0
	}
	return listeningPort(string(table), dockerResolver)
}

func parseResolvConf(content string) Resolver {
	var resolver Resolver
	for line := range strings.Lines(content) {
		fields := strings.Fields(line)
		switch {
		case len(fields) < 2:
		case fields[0] == "nameserver":
			resolver.Servers = append(resolver.Servers, fields[1])
		case fields[0] == "search":
			resolver.Search = strings.Join(fields[1:], " ")
		}
	}
	return resolver
}

// listeningPort finds a socket without a peer at the address. The kernel writes addresses as little endian words.
func listeningPort(table, address string) int {
	for line := range strings.Lines(table) {
		fields := strings.Fields(line)
		if len(fields) < 3 || fields[2] != "00000000:0000" {
			continue
		}
		host, port, _ := strings.Cut(fields[1], ":")
		if host != kernelHex(address) {
			continue
		}
		number, err := strconv.ParseInt(port, 16, 32)
		if err == nil {
			return int(number)
		}
	}
	return 0
}

func kernelHex(address string) string {
	bytes := netip.MustParseAddr(address).As4()
	return fmt.Sprintf("%02X%02X%02X%02X", bytes[3], bytes[2], bytes[1], bytes[0])
}

// writeResolvConf names Docker's resolver by the address that works in pods. Where a network has none, its servers are
// named as they are, without those of the loopback network.
func writeResolvConf(resolver Resolver) error {
	return os.WriteFile(ResolvConf, []byte(resolver.podResolvConf()), 0o644)
}

func (r Resolver) podResolvConf() string {
	var content strings.Builder
	for _, server := range r.podServers() {
		fmt.Fprintln(&content, "nameserver", server)
	}
	if r.Search != "" {
		fmt.Fprintln(&content, "search", r.Search)
	}
	return content.String()
}

func (r Resolver) podServers() []string {
	if r.UDPPort != 0 {
		return []string{ResolverAddress}
	}
	var servers []string
	for _, server := range r.Servers {
		if !strings.HasPrefix(server, "127.") && server != "::1" {
			servers = append(servers, server)
		}
	}
	return servers
}
