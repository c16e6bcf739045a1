// Command kube is every Kubernetes program that a node runs in one binary, chosen by the name it is called with.
//
// Separate programs would hold the same libraries six times. The mains below are what
// Kubernetes' own cmd/*/*.go do, and they must stay so: whatever works with the upstream programs works here.
package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	name := filepath.Base(os.Args[0])
	program, known := programs[name]
	if !known {
		fmt.Fprintf(os.Stderr, "%s: not a Kubernetes program; call this binary as one of: %s\n",
			name, strings.Join(slices.Sorted(maps.Keys(programs)), " "))
		os.Exit(2)
	}
	os.Exit(program())
}
