package network

import (
	"context"
	"fmt"
	"log"
	"net"
	"os"
	"strings"
	"time"

	"dev.coracle/node/internal/boot/env"
)

const (
	// HostName is the machine's name for nodes and pods.
	HostName = "host.coracle.internal"

	// dockerHostName is what Docker Desktop and its like call the machine: there the gateway is only a virtual machine.
	dockerHostName = "host.docker.internal"

	// hostAliasFolder is mounted by CoreDNS, whose `hosts` plugin reads the file; a folder, so that a change is seen.
	hostAliasFolder = env.RunFolder + "/dns"
	hostAliasPath   = hostAliasFolder + "/hosts"

	lookupTimeout = 2 * time.Second
)

// writeHostAlias makes the default gateway the machine, which is right wherever Docker runs on it.
func writeHostAlias() error {
	if err := os.MkdirAll(hostAliasFolder, 0o755); err != nil {
		return err
	}
	routes, err := os.ReadFile("/proc/net/route")
	if err != nil {
		return err
	}
	gateway := defaultGateway(string(routes))
	if gateway == "" {
		return os.WriteFile(hostAliasPath, nil, 0o644) // an internal network: the machine cannot be reached
	}
	return publishHost(gateway)
}

// RefineHostAlias asks Docker's resolver whether it knows the machine better. It may take as long as an upstream name
// server lets it wait, so it is no part of the boot's way.
func RefineHostAlias(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, lookupTimeout)
	defer cancel()
	addresses, err := net.DefaultResolver.LookupNetIP(ctx, "ip4", dockerHostName)
	if err != nil || len(addresses) == 0 {
		return
	}
	if err := publishHost(addresses[0].String()); err != nil {
		log.Printf("host alias: %v", err)
	}
}

func publishHost(address string) error {
	line := fmt.Sprintf("%s %s\n", address, HostName)
	if err := os.WriteFile(hostAliasPath, []byte(line), 0o644); err != nil {
		return err
	}
	return WriteHosts("host", line)
}

// defaultGateway reads the kernel's table; the destination 0 is the default route. Empty: there is none.
func defaultGateway(table string) string {
	for line := range strings.Lines(table) {
		fields := strings.Fields(line)
		if len(fields) > 2 && fields[1] == "00000000" && fields[2] != "00000000" {
			return fromKernelHex(fields[2])
		}
	}
	return ""
}

func fromKernelHex(hex string) string {
	var a, b, c, d byte
	if _, err := fmt.Sscanf(hex, "%02X%02X%02X%02X", &d, &c, &b, &a); err != nil {
		return ""
	}
	return fmt.Sprintf("%d.%d.%d.%d", a, b, c, d)
}
