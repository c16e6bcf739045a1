package staticpods

import (
	"context"
	"maps"

	v1 "k8s.io/api/core/v1"
	"k8s.io/client-go/tools/record"
	cri "k8s.io/cri-api/pkg/apis/runtime/v1"
	"k8s.io/klog/v2"
	kubelettypes "k8s.io/kubelet/pkg/types"
	"k8s.io/kubernetes/pkg/kubelet/cm"
	kubecontainer "k8s.io/kubernetes/pkg/kubelet/container"
	"k8s.io/kubernetes/pkg/kubelet/kuberuntime"
	"k8s.io/kubernetes/pkg/kubelet/network/dns"
)

// podLogs is the default of kubelet's podLogsDir.
const podLogs = "/var/log/pods"

func (n node) sandbox(ctx context.Context, pod *v1.Pod) (*cri.PodSandboxConfig, error) {
	resolver := dns.NewConfigurer(&record.FakeRecorder{}, nil, nil, nil, "", n.resolvConf)
	dnsConfig, err := resolver.GetPodDNS(ctx, pod)
	if err != nil {
		return nil, err
	}
	return &cri.PodSandboxConfig{
		Metadata:     &cri.PodSandboxMetadata{Name: pod.Name, Namespace: pod.Namespace, Uid: string(pod.UID)},
		LogDirectory: kuberuntime.BuildPodLogsDirectory(podLogs, pod.Namespace, pod.Name, pod.UID),
		DnsConfig:    dnsConfig,
		PortMappings: portMappings(ctx, pod),
		Labels:       labels(pod, pod.Labels),
		Annotations:  pod.Annotations,
		Linux: &cri.LinuxPodSandboxConfig{
			CgroupParent: n.cgroup(pod),
			SecurityContext: &cri.LinuxSandboxSecurityContext{
				NamespaceOptions: namespaces(), Seccomp: runtimeDefault(),
			},
			Overhead:  &cri.LinuxContainerResources{},
			Resources: processor(pod),
		},
	}, nil
}

// cgroup is the pod's; checkPlain has seen to its quality of service.
func (n node) cgroup(pod *v1.Pod) string {
	root := cm.ParseCgroupfsToCgroupName(n.cgroupRoot)
	return cm.NewCgroupName(root, "kubepods", "burstable", cm.GetPodCgroupNameSuffix(pod.UID)).ToCgroupfs()
}

func portMappings(ctx context.Context, pod *v1.Pod) []*cri.PortMapping {
	var mappings []*cri.PortMapping
	for _, port := range kubecontainer.MakePortMappings(klog.FromContext(ctx), &pod.Spec.Containers[0]) {
		mappings = append(mappings, &cri.PortMapping{
			HostIp: port.HostIP, HostPort: int32(port.HostPort), ContainerPort: int32(port.ContainerPort),
			Protocol: cri.Protocol(cri.Protocol_value[string(port.Protocol)]),
		})
	}
	return mappings
}

// labels are those by which kubelet finds what belongs to a pod, and others.
func labels(pod *v1.Pod, others map[string]string) map[string]string {
	all := map[string]string{}
	maps.Copy(all, others)
	all[kubelettypes.KubernetesPodNameLabel] = pod.Name
	all[kubelettypes.KubernetesPodNamespaceLabel] = pod.Namespace
	all[kubelettypes.KubernetesPodUIDLabel] = string(pod.UID)
	return all
}

func namespaces() *cri.NamespaceOption {
	return &cri.NamespaceOption{
		Network: cri.NamespaceMode_NODE, Pid: cri.NamespaceMode_CONTAINER,
		UsernsOptions: &cri.UserNamespace{Mode: cri.NamespaceMode_NODE},
	}
}

func runtimeDefault() *cri.SecurityProfile {
	return &cri.SecurityProfile{ProfileType: cri.SecurityProfile_RuntimeDefault}
}

// processor is a pod's part of the processor, which is that of its only container; there are no limits.
func processor(pod *v1.Pod) *cri.LinuxContainerResources {
	shares := cm.MilliCPUToShares(pod.Spec.Containers[0].Resources.Requests.Cpu().MilliValue())
	return &cri.LinuxContainerResources{CpuPeriod: cm.QuotaPeriod, CpuShares: int64(shares)}
}
