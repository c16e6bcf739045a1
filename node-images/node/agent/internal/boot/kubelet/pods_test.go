package kubelet

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/synctest"

	"google.golang.org/grpc"
	cri "k8s.io/cri-api/pkg/apis/runtime/v1"
	podresources "k8s.io/kubelet/pkg/apis/podresources/v1"
)

// node runs two pods, of which kubelet hears one by one; until then it does not answer at all.
type node struct {
	cri.RuntimeServiceClient
	asked, hearsAll int
}

func (n *node) ListPodSandbox(context.Context, *cri.ListPodSandboxRequest, ...grpc.CallOption) (*cri.ListPodSandboxResponse, error) {
	return &cri.ListPodSandboxResponse{Items: []*cri.PodSandbox{
		{Metadata: &cri.PodSandboxMetadata{Namespace: "kube-system", Name: "etcd"}},
		{Metadata: &cri.PodSandboxMetadata{Namespace: "default", Name: "web"}},
	}}, nil
}

func (n *node) List(context.Context, *podresources.ListPodResourcesRequest, ...grpc.CallOption) (*podresources.ListPodResourcesResponse, error) {
	n.asked++
	pods := []*podresources.PodResources{
		{Namespace: "kube-system", Name: "etcd"}, {Namespace: "elsewhere", Name: "web"},
	}
	switch {
	case n.asked == 1:
		return nil, errors.New("nobody listens")
	case n.asked >= n.hearsAll:
		pods = append(pods, &podresources.PodResources{Namespace: "default", Name: "web"})
	}
	return &podresources.ListPodResourcesResponse{PodResources: pods}, nil
}

func (n *node) Get(context.Context, *podresources.GetPodResourcesRequest, ...grpc.CallOption) (*podresources.GetPodResourcesResponse, error) {
	return nil, errors.New("not asked")
}

func (n *node) GetAllocatableResources(context.Context, *podresources.AllocatableResourcesRequest, ...grpc.CallOption) (*podresources.AllocatableResourcesResponse, error) {
	return nil, errors.New("not asked")
}

func TestAwaitEndsWhenKubeletKnowsEveryPodThatIsUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		n := &node{hearsAll: 4}
		if err := (knownPods{n, n}).await(t.Context()); err != nil {
			t.Error(err)
		}
		if n.asked != 4 {
			t.Errorf("asked %d times", n.asked)
		}
	})
}

func TestAwaitGivesUpAndNamesThePod(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		n := &node{hearsAll: 1000}
		if err := (knownPods{n, n}).await(t.Context()); err == nil || !strings.Contains(err.Error(), "default/web") {
			t.Error(err)
		}
	})
}
