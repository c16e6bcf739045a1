// Package prepare is the first part of a boot: what must be in place before containerd and kubelet may start.
package prepare

import (
	"fmt"
	"log"
	"os"

	"golang.org/x/sys/unix"

	"dev.coracle/node/internal/boot/env"
	"dev.coracle/node/internal/boot/event"
	"dev.coracle/node/internal/boot/halt"
	"dev.coracle/node/internal/boot/kubelet"
	"dev.coracle/node/internal/boot/limits"
	"dev.coracle/node/internal/boot/network"
	"dev.coracle/node/internal/boot/service"
	"dev.coracle/node/internal/health"
	"dev.coracle/node/internal/podaddress"
	"dev.coracle/node/internal/systemimages"
)

// supervisor becomes PID 1 once everything is prepared.
const supervisor = "/usr/bin/s6-svscan"

// idle takes its place in a node that is to do nothing.
const idle = "/usr/bin/catatonit"

// step is one thing to prepare. An engine may forbid what is optional: the node then does without and says so.
type step struct {
	name     string
	optional bool
	run      func() error
}

// Boot prepares the node and becomes its supervisor. It returns only what went wrong.
func Boot([]string) error {
	event.OpenLog()
	event.Emit("boot", event.Fields{"kubernetes": imageTag("registry.k8s.io/kube-apiserver")})
	if halt.IsDue() {
		return rest()
	}
	node, err := env.Load()
	if err != nil {
		event.Failed("node.env", err)
		return err
	}
	preparation := preparation{node: node}
	if err := preparation.run(); err != nil {
		return err
	}
	event.Emit("mounted", event.Fields{"cgroup": preparation.cgroup, "proxyMode": preparation.proxyMode})
	return unix.Exec(supervisor, []string{"s6-svscan", service.ScanFolder}, os.Environ())
}

// rest is the boot of a node whose time to halt came while it was down: PID 1 waits for the engine's signal.
func rest() error {
	event.Emit("halted", nil)
	if err := halt.WriteMark(); err != nil {
		return err
	}
	return unix.Exec(idle, []string{"catatonit", "-P"}, os.Environ())
}

// preparation is what the steps share and find out.
type preparation struct {
	node              env.Node
	cgroup, proxyMode string
}

func (p *preparation) run() error {
	for _, step := range p.steps() {
		err := step.run()
		switch {
		case err == nil:
		case step.optional:
			log.Printf("doing without %s: %v", step.name, err)
		default:
			event.Failed(step.name, err)
			return fmt.Errorf("%s: %w", step.name, err)
		}
	}
	return nil
}

func (p *preparation) steps() []step {
	return []step{
		{"mounts", false, mountAll},
		{"cgroups", false, p.setUpCgroups},
		{"time of this boot", true, health.NoteBoot},
		{"kernel settings", true, setKernelSettings},
		{"identity", true, setIdentity},
		{"certificate authorities", false, trustUsersAuthorities},
		{"memory figures", true, limits.OverlayMeminfo},
		{"hosts file", false, func() error { return network.WriteHosts("cluster", network.ClusterHosts(p.node)) }},
		{"network", false, p.setUpNetwork},
		{"pods' former addresses", true, podaddress.Remember},
		{"kubelet's settings", false, func() error { return kubelet.WriteDropIn(p.node) }},
		{"containerd's settings", false, func() error { return WriteContainerdSettings(p.node) }},
		{"system images", false, func() error { return systemimages.Reconcile(nil) }},
		{"services", false, installServices},
	}
}

func (p *preparation) setUpNetwork() (err error) {
	p.proxyMode, err = network.Apply(p.node)
	return err
}
