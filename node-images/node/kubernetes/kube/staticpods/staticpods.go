// Package staticpods says how kubelet would have containerd start the static pods of a node: their UIDs, which follow
// from Kubernetes' internal form of a manifest, and what follows from kubelet's version and from the machine.
//
// Where kubelet has a function for something, that one is called; the rest is what its package kuberuntime does for pods
// as kubeadm writes them. Any other pod is refused, and is kubelet's to start.
package staticpods

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"

	v1 "k8s.io/api/core/v1"
	cri "k8s.io/cri-api/pkg/apis/runtime/v1"
)

// pod is one with a single container, in kubelet's words to containerd. What containerd counts or knows itself is not in it:
// attempts, and the digest of the image.
type pod struct {
	Sandbox   *cri.PodSandboxConfig
	Container *cri.ContainerConfig
	// Environment is apart: the versions of the CRI differ in the type of its values.
	Environment []variable
}

type variable struct{ Name, Value string }

// node is what pods follow from beside their manifests.
type node struct {
	name, manifests, cgroupRoot, resolvConf string
}

// Main prints the pods that the arguments name, as JSON, and returns the exit code.
func Main() int {
	var on node
	flags := flag.NewFlagSet(os.Args[0], flag.ExitOnError)
	flags.StringVar(&on.name, "node", "", "the node's name")
	flags.StringVar(&on.manifests, "manifests", "", "kubelet's staticPodPath")
	flags.StringVar(&on.cgroupRoot, "cgroup-root", "/", "kubelet's cgroupRoot")
	flags.StringVar(&on.resolvConf, "resolv-conf", "", "kubelet's resolvConf")
	_ = flags.Parse(os.Args[1:])
	if err := on.print(context.Background(), flags.Args()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

func (n node) print(ctx context.Context, names []string) error {
	read, err := n.read(ctx)
	if err != nil {
		return err
	}
	pods := make([]pod, len(names))
	for i, name := range names {
		if pods[i], err = n.describe(ctx, name, read[name+"-"+n.name]); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return json.NewEncoder(os.Stdout).Encode(pods)
}

func (n node) describe(ctx context.Context, name string, read *v1.Pod) (pod, error) {
	if read == nil {
		return pod{}, fmt.Errorf("there is no such pod in %s", n.manifests)
	}
	if err := checkPlain(read); err != nil {
		return pod{}, err
	}
	sandbox, err := n.sandbox(ctx, read)
	if err != nil {
		return pod{}, err
	}
	return pod{Sandbox: sandbox, Container: containerOf(ctx, read), Environment: environment(read)}, nil
}

func environment(read *v1.Pod) []variable {
	var all []variable
	for _, each := range read.Spec.Containers[0].Env {
		all = append(all, variable{each.Name, each.Value})
	}
	return all
}
