package main

import (
	"slices"
	"strings"
)

// collectAt makes etcd collect garbage when its heap has grown by half, not when it has doubled. The programs of Kubernetes
// do so by themselves once they have started: see kubernetes/kube/memory.go.
const collectAt = "GOGC=50"

// frugal adds to an environment that does not decide this itself.
func frugal(environment []string) []string {
	decided := slices.ContainsFunc(environment, func(variable string) bool { return strings.HasPrefix(variable, "GOGC=") })
	if decided {
		return environment
	}
	return append(environment, collectAt)
}
