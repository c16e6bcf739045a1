package kubelet

import (
	"context"
	"fmt"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	cri "k8s.io/cri-api/pkg/apis/runtime/v1"
	podresources "k8s.io/kubelet/pkg/apis/podresources/v1"

	"dev.coracle/node/internal/boot/await"
	"dev.coracle/node/internal/boot/containerd"
)

// podResources is where kubelet tells, on the node alone and without asking for a certificate, what its pods hold.
const podResources = "unix:///var/lib/kubelet/pod-resources/kubelet.sock"

// podName is a namespace and a name.
type podName [2]string

// knownPods are two views of the node's pods: whose sandboxes are up, and whom kubelet has heard of.
type knownPods struct {
	runtime cri.RuntimeServiceClient
	kubelet podresources.PodResourcesListerClient
}

// awaitPods returns when kubelet knows every pod that is up. One that has just started says that it is well before it has
// heard of any pod, and until then refuses to open a terminal or logs in those that it kept running.
func awaitPods(ctx context.Context) error {
	runtime, err := containerd.Connect()
	if err != nil {
		return err
	}
	defer runtime.Close()
	connection, err := grpc.NewClient(podResources, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return err
	}
	defer connection.Close()
	return knownPods{runtime, podresources.NewPodResourcesListerClient(connection)}.await(ctx)
}

func (k knownPods) await(ctx context.Context) error {
	return await.Until(ctx, "kubelet's list of pods", podsTimeout, askEvery, k.complete)
}

// complete names a pod that is up and of which kubelet has not heard.
func (k knownPods) complete(ctx context.Context) error {
	up, err := k.runtime.ListPodSandbox(ctx, &cri.ListPodSandboxRequest{Filter: &cri.PodSandboxFilter{
		State: &cri.PodSandboxStateValue{State: cri.PodSandboxState_SANDBOX_READY},
	}})
	if err != nil {
		return err
	}
	answer, err := k.kubelet.List(ctx, &podresources.ListPodResourcesRequest{})
	if err != nil {
		return err
	}
	known := make(map[podName]bool)
	for _, pod := range answer.PodResources {
		known[podName{pod.Namespace, pod.Name}] = true
	}
	for _, sandbox := range up.Items {
		pod := podName{sandbox.Metadata.Namespace, sandbox.Metadata.Name}
		if !known[pod] {
			return fmt.Errorf("it does not know %s/%s", pod[0], pod[1])
		}
	}
	return nil
}
