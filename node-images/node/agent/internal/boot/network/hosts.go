package network

import (
	"fmt"
	"os"
	"strings"

	"dev.coracle/node/internal/boot/env"
)

// hostsPath is a file that Docker mounts, so it is written in place.
const hostsPath = "/etc/hosts"

// ClusterHosts are the lines for the API's name and the other nodes.
func ClusterHosts(node env.Node) string {
	var lines strings.Builder
	if node.APIName != "" {
		fmt.Fprintln(&lines, node.APIIP, node.APIName)
	}
	for _, host := range node.Hosts {
		fmt.Fprintln(&lines, host.Address, host.Name)
	}
	return lines.String()
}

// WriteHosts puts a named block into the hosts file in place of the one of that name.
func WriteHosts(name, lines string) error {
	content, err := os.ReadFile(hostsPath)
	if err != nil {
		return err
	}
	return os.WriteFile(hostsPath, []byte(withBlock(string(content), name, lines)), 0o644)
}

// withBlock keeps everything outside the block as it is.
func withBlock(content, name, lines string) string {
	begin, end := "# coracle "+name+" begin\n", "# coracle "+name+" end\n"
	if before, rest, found := strings.Cut(content, begin); found {
		_, after, _ := strings.Cut(rest, end)
		content = before + after
	}
	if content != "" && !strings.HasSuffix(content, "\n") {
		content += "\n"
	}
	return content + begin + lines + end
}
