package staticpods

import (
	"encoding/json"
	"errors"
	"os"

	cri "k8s.io/cri-api/pkg/apis/runtime/v1"

	"dev.coracle/node/internal/boot/env"
)

// memoryPath is on the node's volume. Like the manifests it is root's alone: a proxy's password may be in the environment.
const memoryPath = env.Folder + "/static-pods.json"

// memory is what a boot leaves to the next, which need not ask again.
type memory struct {
	// Basis is a digest of what the pods followed from.
	Basis string
	Pods  []pod
}

// pod is one with a single container, in kubelet's words to containerd.
type pod struct {
	Sandbox     *cri.PodSandboxConfig
	Container   *cri.ContainerConfig
	Environment []variable
}

type variable struct{ Name, Value string }

func recall(path string) (memory, error) {
	var known memory
	content, err := os.ReadFile(path)
	if err != nil {
		return known, err
	}
	return known, json.Unmarshal(content, &known)
}

// keep replaces the file as a whole.
func keep(path string, known memory) error {
	content, err := json.Marshal(known)
	if err != nil {
		return err
	}
	return errors.Join(os.WriteFile(path+".new", content, 0o600), os.Rename(path+".new", path))
}
