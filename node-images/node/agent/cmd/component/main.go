// Command component is what the pods of the system run in place of their program: it prepares the process for a
// small machine, then becomes the program of the same name in libexec. Arguments, process and logs are the program's own.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"syscall"
)

// programs is where the components themselves are.
const programs = "/usr/local/libexec/"

func main() {
	name := filepath.Base(os.Args[0])
	if err := keepServingPair(name, os.Args); err != nil {
		fmt.Fprintln(os.Stderr, "the program makes its certificate itself:", err)
	}
	if begin, waits := beginsWhen[name]; waits {
		begin.await()
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
