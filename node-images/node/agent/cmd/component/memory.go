package main

import (
	"slices"
	"strings"
)

// collectAt makes Go collect garbage when a heap has grown by half, not when it has doubled: 60 MiB less for an idle
// control plane. A hard GOMEMLIMIT would burn processor time for ever on a cluster that outgrows it.
const collectAt = "GOGC=50"

// frugal adds to an environment that does not decide this itself.
func frugal(environment []string) []string {
	decided := slices.ContainsFunc(environment, func(variable string) bool { return strings.HasPrefix(variable, "GOGC=") })
	if decided {
		return environment
	}
	return append(environment, collectAt)
}
