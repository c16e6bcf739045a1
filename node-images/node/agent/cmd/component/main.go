// Command component is what the pods of the control plane run in place of their program: it prepares the process for a
// small machine, then becomes the program of the same name in libexec. Arguments, process and logs are the program's own.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"time"
)

// programs is where the components themselves are.
const programs = "/usr/local/libexec/"

// apiClients do nothing before the API server serves, but would take the processor that it needs to get there.
var apiClients = []string{"kube-controller-manager", "kube-scheduler"}

// untilAsked has the second question of the controller manager, a second after its first, come when the API server is well,
// 1.3 to 1.5 s after its first answer. A little earlier, and a third one a second later decides.
var untilAsked = map[string]time.Duration{"kube-controller-manager": 350 * time.Millisecond}

func main() {
	name := filepath.Base(os.Args[0])
	if err := keepServingPair(name, os.Args); err != nil {
		fmt.Fprintln(os.Stderr, "the program makes its certificate itself:", err)
	}
	if slices.Contains(apiClients, name) {
		awaitAPI()
		time.Sleep(untilAsked[name])
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
