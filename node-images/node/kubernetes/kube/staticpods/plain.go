package staticpods

import (
	"errors"
	"fmt"

	v1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/equality"
	"k8s.io/kubernetes/pkg/apis/core/v1/helper/qos"
	kubetypes "k8s.io/kubernetes/pkg/kubelet/types"
)

// plainSecurity is what kubeadm gives each pod of the control plane.
var plainSecurity = &v1.PodSecurityContext{SeccompProfile: &v1.SeccompProfile{Type: v1.SeccompProfileTypeRuntimeDefault}}

// checkPlain refuses what kubeadm never writes without a patch of the user: kubelet has more to say of it than is known here.
func checkPlain(pod *v1.Pod) error {
	spec := pod.Spec
	switch {
	case len(spec.Containers) != 1 || len(spec.InitContainers) > 0:
		return errors.New("it has not one container")
	case !spec.HostNetwork || spec.HostPID || spec.HostIPC:
		return errors.New("it does not share the node's network, or more than that")
	case !equality.Semantic.DeepEqual(spec.SecurityContext, plainSecurity):
		return errors.New("it has a security context of its own")
	case !kubetypes.IsNodeCriticalPod(pod) || qos.GetPodQOS(pod) != v1.PodQOSBurstable:
		return errors.New("it is of another priority or quality of service")
	case spec.Resources != nil || len(spec.Overhead) > 0 || spec.RuntimeClassName != nil || len(spec.HostAliases) > 0:
		return errors.New("it has resources, a runtime class or host aliases of its own")
	}
	for _, volume := range spec.Volumes {
		if volume.HostPath == nil {
			return fmt.Errorf("its volume %s is no folder of the node", volume.Name)
		}
	}
	return checkPlainContainer(spec.Containers[0])
}

func checkPlainContainer(container v1.Container) error {
	switch {
	case container.SecurityContext != nil || container.Lifecycle != nil || container.WorkingDir != "":
		return errors.New("its container has a security context, a lifecycle or a folder of its own")
	case len(container.Resources.Limits) > 0 || len(container.Resources.Claims) > 0 || len(container.VolumeDevices) > 0:
		return errors.New("its container has limits, claims or devices")
	case container.Stdin || container.TTY || len(container.EnvFrom) > 0 || container.TerminationMessagePath == "":
		return errors.New("its container has a terminal, or takes its environment from elsewhere")
	}
	for _, variable := range container.Env {
		if variable.ValueFrom != nil {
			return fmt.Errorf("its container takes %s from elsewhere", variable.Name)
		}
	}
	for _, mount := range container.VolumeMounts {
		if mount.SubPath != "" || mount.SubPathExpr != "" || mount.MountPropagation != nil || mount.RecursiveReadOnly != nil {
			return fmt.Errorf("its container mounts %s in a way of its own", mount.Name)
		}
	}
	return nil
}
