package stop

import cri "k8s.io/cri-api/pkg/apis/runtime/v1"

// Labels that kubelet gives to containers.
const (
	namespaceLabel = "io.kubernetes.pod.namespace"
	nameLabel      = "io.kubernetes.container.name"
)

// stage is the place of a container in the order of ending.
type stage int

// Pods may still talk to the API server while they end, and the API server to etcd.
const (
	pods stage = iota
	controlPlane
	etcd
	stages
)

var stageOf = map[string]stage{
	"kube-apiserver":          controlPlane,
	"kube-controller-manager": controlPlane,
	"kube-scheduler":          controlPlane,
	"etcd":                    etcd,
}

// group sorts containers' identities by stage.
func group(containers []*cri.Container) [stages][]string {
	var groups [stages][]string
	for _, container := range containers {
		where := pods
		if container.Labels[namespaceLabel] == "kube-system" {
			where = stageOf[container.Labels[nameLabel]]
		}
		groups[where] = append(groups[where], container.Id)
	}
	return groups
}
