// Command sticky-host-local is a node's IPAM plugin (CNI): host-local, which it asks for the address that the pod had
// before the node restarted. Where that one is taken, or the pod is new, host-local decides.
package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"dev.coracle/node/internal/podaddress"
)

// arguments is CNI's variable for what is said of one pod: `KEY=VALUE;KEY=VALUE`. host-local takes the address from `IP`.
const arguments = "CNI_ARGS"

func main() {
	network, err := io.ReadAll(os.Stdin)
	if err != nil {
		os.Exit(1)
	}
	answer, status := run(filepath.Join(filepath.Dir(os.Args[0]), "host-local"), podaddress.OfNode().Claim, network)
	os.Stdout.Write(answer)
	os.Exit(status)
}

// run answers what the plugin it is given answers, errors too: CNI has them on the standard output.
func run(plugin string, claim func(uid string) string, network []byte) (answer []byte, status int) {
	if address := wanted(claim); address != "" {
		if answer, status = call(plugin, network, arguments+"="+os.Getenv(arguments)+";IP="+address); status == 0 {
			return answer, status
		}
	}
	return call(plugin, network)
}

func wanted(claim func(uid string) string) string {
	if os.Getenv("CNI_COMMAND") != "ADD" {
		return ""
	}
	for argument := range strings.SplitSeq(os.Getenv(arguments), ";") {
		if uid, found := strings.CutPrefix(argument, "K8S_POD_UID="); found {
			return claim(uid)
		}
	}
	return ""
}

func call(plugin string, network []byte, more ...string) (answer []byte, status int) {
	command := exec.Command(plugin)
	command.Stdin, command.Stderr = bytes.NewReader(network), os.Stderr
	command.Env = append(os.Environ(), more...)
	answer, err := command.Output()
	var ended *exec.ExitError
	switch {
	case err == nil:
		return answer, 0
	case errors.As(err, &ended):
		return answer, max(ended.ExitCode(), 1)
	default:
		os.Stderr.WriteString(err.Error())
		return answer, 1
	}
}
