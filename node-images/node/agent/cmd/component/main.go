// Command component is what the pods of the control plane run in place of their program: it prepares the process for a
// small machine, then becomes the program of the same name in libexec. Arguments, process and logs are the program's own.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"time"
)

// programs is where the components themselves are.
const programs = "/usr/local/libexec/"

// beginsWhen says what a client of the API server waits for: before, it would take the processor that the server needs.
var beginsWhen = map[string]func(address string, end time.Time) bool{
	"kube-scheduler": answers,
	// It asks whether the server is well, and if not, again a second later.
	"kube-controller-manager": isWell,
}

func main() {
	name := filepath.Base(os.Args[0])
	if err := keepServingPair(name, os.Args); err != nil {
		fmt.Fprintln(os.Stderr, "the program makes its certificate itself:", err)
	}
	if begins, waits := beginsWhen[name]; waits {
		awaitAPI(begins)
	}
	if err := coalesceTimers(); err != nil {
		fmt.Fprintln(os.Stderr, "timers stay precise:", err)
	}
	if name == "kube-proxy" {
		if err := shieldConntrackLimits(); err != nil {
			fmt.Fprintln(os.Stderr, "the machine's conntrack limits stay as they are:", err)
		}
	}
	environment := os.Environ()
	if name == "etcd" {
		environment = frugal(environment)
	}
	err := syscall.Exec(programs+name, os.Args, environment)
	fmt.Fprintln(os.Stderr, programs+name+":", err)
	os.Exit(127)
}
