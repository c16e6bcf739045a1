package staticpods

import (
	"context"
	"errors"
	"time"

	v1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/klog/v2"
	"k8s.io/kubernetes/pkg/kubelet/config"
	kubetypes "k8s.io/kubernetes/pkg/kubelet/types"
)

// readTimeout bounds the wait for kubelet's reader, which skips files that it cannot read without a word.
const readTimeout = 5 * time.Second

// silent is told of pods for a metric, which nobody asks this process for.
type silent struct{}

func (silent) ObservedPodOnWatch(*v1.Pod, time.Time) {}

// read has kubelet's own reader read the manifests: pods by name, with UID, defaults and annotations.
func (n node) read(ctx context.Context) (map[string]*v1.Pod, error) {
	pods := newPodConfig()
	config.NewSourceFile(klog.FromContext(ctx), n.manifests, types.NodeName(n.name), time.Hour, pods.Channel(ctx, kubetypes.FileSource))
	select {
	case update := <-pods.Updates():
		return byName(update.Pods), nil
	case <-time.After(readTimeout):
		return nil, errors.New("no manifest could be read")
	}
}

func byName(pods []*v1.Pod) map[string]*v1.Pod {
	named := make(map[string]*v1.Pod, len(pods))
	for _, pod := range pods {
		named[pod.Name] = pod
	}
	return named
}
