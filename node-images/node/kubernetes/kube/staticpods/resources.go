package staticpods

import (
	"context"
	"os"
	"path/filepath"

	"github.com/opencontainers/cgroups"
	v1 "k8s.io/api/core/v1"
	cri "k8s.io/cri-api/pkg/apis/runtime/v1"
	"k8s.io/kubernetes/pkg/kubelet/cm"
	"k8s.io/kubernetes/pkg/kubelet/kuberuntime"
	"k8s.io/kubernetes/pkg/kubelet/qos"
)

// resources are a container's. That of a pod that the node cannot do without has a fixed score for the kernel's choice of what
// to kill, so the machine's memory does not matter.
func resources(ctx context.Context, pod *v1.Pod) *cri.LinuxContainerResources {
	container := &pod.Spec.Containers[0]
	all := processor(pod)
	all.OomScoreAdj = int64(qos.GetContainerOOMScoreAdjust(pod, container, 1))
	all.HugepageLimits = kuberuntime.GetHugepageLimitsFromResources(ctx, pod, container.Resources)
	if cgroups.IsCgroup2UnifiedMode() {
		all.Unified = unified()
	}
	return all
}

// unified is for cgroup v2: all processes of a container end together, and none is swapped out.
func unified() map[string]string {
	settings := map[string]string{"memory.oom.group": "1"}
	own, err := cgroups.ParseCgroupFile("/proc/self/cgroup")
	if err != nil {
		return settings
	}
	if _, err := os.Stat(filepath.Join("/sys/fs/cgroup", own[""], cm.Cgroup2MaxSwapFilename)); err == nil {
		settings[cm.Cgroup2MaxSwapFilename] = "0"
	}
	return settings
}
