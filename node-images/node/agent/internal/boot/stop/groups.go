package stop

import (
	"strconv"
	"time"

	cri "k8s.io/cri-api/pkg/apis/runtime/v1"

	"dev.coracle/node/internal/boot/containerd"
)

// graceAnnotation is kubelet's.
const graceAnnotation = "io.kubernetes.pod.terminationGracePeriod"

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

// group sorts containers by stage.
func group(containers []*cri.Container) [stages][]*cri.Container {
	var groups [stages][]*cri.Container
	for _, container := range containers {
		where := pods
		if container.Labels[containerd.NamespaceLabel] == "kube-system" {
			where = stageOf[container.Labels[containerd.ContainerLabel]]
		}
		groups[where] = append(groups[where], container)
	}
	return groups
}

const (
	// controlPlaneGrace is enough for requests that are being answered. An API server whose etcd has lost its quorum, since
	// the other control planes stop too, would wait for an answer until its whole grace is over; it keeps nothing itself.
	controlPlaneGrace = 4 * time.Second

	// etcdGrace is enough to hand leadership to a member that lives (0.1 s) and to close (1 s). The last of several, which has
	// nobody to hand it to, would try for 7 s. Killed then, it has lost nothing: what it acknowledged is in its log.
	etcdGrace = 2 * time.Second
)

// graceOfStage is how long the containers of a stage may take.
func graceOfStage(which stage, grace time.Duration) time.Duration {
	switch which {
	case controlPlane:
		return min(grace, controlPlaneGrace)
	case etcd:
		return min(grace, etcdGrace)
	default:
		return grace
	}
}

// graceOf is what the pod asks for, as far as the node's grace goes.
func graceOf(container *cri.Container, grace time.Duration) time.Duration {
	seconds, err := strconv.Atoi(container.Annotations[graceAnnotation])
	if err != nil || seconds < 0 {
		return grace
	}
	return min(grace, time.Duration(seconds)*time.Second)
}
