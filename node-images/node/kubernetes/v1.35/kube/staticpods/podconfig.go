package staticpods

import (
	"k8s.io/client-go/tools/record"
	"k8s.io/kubernetes/pkg/kubelet/config"
)

// newPodConfig differs by version.
func newPodConfig() *config.PodConfig {
	return config.NewPodConfig(config.PodConfigNotificationIncremental, &record.FakeRecorder{}, silent{})
}
