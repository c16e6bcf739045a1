package staticpods

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"

	v1 "k8s.io/api/core/v1"
	cri "k8s.io/cri-api/pkg/apis/runtime/v1"
)

// podFolders are kubelet's: the default of its root directory, and in it one for each pod.
const podFolders = "/var/lib/kubelet/pods"

// mounts are the pod's folders of the node, and the two files that kubelet makes for each container.
func mounts(pod *v1.Pod) []*cri.Mount {
	container, own := pod.Spec.Containers[0], filepath.Join(podFolders, string(pod.UID))
	folders := map[string]string{}
	for _, volume := range pod.Spec.Volumes {
		folders[volume.Name] = volume.HostPath.Path
	}
	var all []*cri.Mount
	for _, mount := range container.VolumeMounts {
		all = append(all, &cri.Mount{HostPath: folders[mount.Name], ContainerPath: mount.MountPath, Readonly: mount.ReadOnly})
	}
	// The name of the second file is any that no other container of the pod has.
	return append(all,
		&cri.Mount{HostPath: filepath.Join(own, "etc-hosts"), ContainerPath: "/etc/hosts"},
		&cri.Mount{
			HostPath:      filepath.Join(own, "containers", container.Name, fmt.Sprintf("%08x", rand.Uint32())),
			ContainerPath: container.TerminationMessagePath,
		})
}
