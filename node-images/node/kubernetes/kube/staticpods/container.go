package staticpods

import (
	"context"
	"encoding/json"
	"strconv"

	v1 "k8s.io/api/core/v1"
	cri "k8s.io/cri-api/pkg/apis/runtime/v1"
	kubelettypes "k8s.io/kubelet/pkg/types"
	kubecontainer "k8s.io/kubernetes/pkg/kubelet/container"
	"k8s.io/kubernetes/pkg/securitycontext"
)

func containerOf(ctx context.Context, pod *v1.Pod) *cri.ContainerConfig {
	container := &pod.Spec.Containers[0]
	command, arguments := kubecontainer.ExpandContainerCommandAndArgs(container, expanded(container.Env))
	return &cri.ContainerConfig{
		Metadata:    &cri.ContainerMetadata{Name: container.Name},
		Image:       &cri.ImageSpec{UserSpecifiedImage: container.Image},
		Command:     command,
		Args:        arguments,
		Mounts:      mounts(pod),
		Labels:      labels(pod, map[string]string{kubelettypes.KubernetesContainerNameLabel: container.Name}),
		Annotations: annotations(pod),
		Linux:       &cri.LinuxContainerConfig{Resources: resources(ctx, pod), SecurityContext: security(pod)},
	}
}

func expanded(variables []v1.EnvVar) []kubecontainer.EnvVar {
	all := make([]kubecontainer.EnvVar, len(variables))
	for i, variable := range variables {
		all[i] = kubecontainer.EnvVar{Name: variable.Name, Value: variable.Value}
	}
	return all
}

// annotations are what kubelet reads again from containerd. Their names are private to its package kuberuntime; the number
// of restarts is the runtime's to count.
func annotations(pod *v1.Pod) map[string]string {
	container := &pod.Spec.Containers[0]
	all := map[string]string{
		"io.kubernetes.container.hash":                     strconv.FormatUint(kubecontainer.HashContainer(container), 16),
		"io.kubernetes.container.terminationMessagePath":   container.TerminationMessagePath,
		"io.kubernetes.container.terminationMessagePolicy": string(container.TerminationMessagePolicy),
	}
	if seconds := pod.Spec.TerminationGracePeriodSeconds; seconds != nil {
		all["io.kubernetes.pod.terminationGracePeriod"] = strconv.FormatInt(*seconds, 10)
	}
	if ports, err := json.Marshal(container.Ports); err == nil && len(container.Ports) > 0 {
		all["io.kubernetes.container.ports"] = string(ports)
	}
	return all
}

// security is root's, as the images of the control plane are.
func security(pod *v1.Pod) *cri.LinuxContainerSecurityContext {
	effective := securitycontext.DetermineEffectiveSecurityContext(pod, &pod.Spec.Containers[0])
	return &cri.LinuxContainerSecurityContext{
		NamespaceOptions: namespaces(),
		RunAsUser:        &cri.Int64Value{},
		NoNewPrivs:       securitycontext.AddNoNewPrivileges(effective),
		MaskedPaths:      securitycontext.ConvertToRuntimeMaskedPaths(effective.ProcMount),
		ReadonlyPaths:    securitycontext.ConvertToRuntimeReadonlyPaths(effective.ProcMount),
		Seccomp:          runtimeDefault(),
	}
}
