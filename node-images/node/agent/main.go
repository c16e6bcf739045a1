// Command coracle-node is the agent of a node: one binary whose first argument chooses what it does.
//
// What runs inside a booted node is in internal/boot; what the image build runs is beside it.
package main

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"dev.coracle/node/internal/autopause"
	"dev.coracle/node/internal/boot/bootstrap"
	"dev.coracle/node/internal/boot/kubelet"
	"dev.coracle/node/internal/boot/prepare"
	"dev.coracle/node/internal/boot/stop"
	"dev.coracle/node/internal/boot/surroundings"
	"dev.coracle/node/internal/etcdseed"
	"dev.coracle/node/internal/health"
	"dev.coracle/node/internal/inventory"
	"dev.coracle/node/internal/registry"
	"dev.coracle/node/internal/systemimages"
	"dev.coracle/node/internal/udp"
)

// commands take the arguments after their name and return what made them fail.
var commands = map[string]func(args []string) error{
	"boot":               prepare.Boot,
	"bootstrap":          bootstrap.Run,
	"apply-limits":       kubelet.ApplyLimits,
	"apply-surroundings": surroundings.Apply,
	"auto-pause":         autopause.Run,
	"apply-auto-pause":   autopause.Apply,
	"wake":               autopause.Wake,
	"mend-kubelet":       kubelet.Mend,
	"stop":               stop.Run,
	"stop-later":         stop.Later,
	"check-seed":         etcdseed.Check,
	"seed-etcd":          etcdseed.Restore,
	"inventory":          inventory.Write,
	"health":             health.Print,
	"preload":            systemimages.Preload,
	"reconcile":          systemimages.Reconcile,
	"retain":             systemimages.Retain,
	"registry":           registry.Run,
	"udp":                udp.Run,
}

func main() {
	if len(os.Args) < 2 || commands[os.Args[1]] == nil {
		names := slices.Sorted(maps.Keys(commands))
		fmt.Fprintln(os.Stderr, "usage: coracle-node", strings.Join(names, "|"))
		os.Exit(2)
	}
	if err := commands[os.Args[1]](os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, "coracle-node", os.Args[1]+":", err)
		os.Exit(1)
	}
}
