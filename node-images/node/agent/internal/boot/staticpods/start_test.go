package staticpods

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"google.golang.org/grpc"
	cri "k8s.io/cri-api/pkg/apis/runtime/v1"

	"dev.coracle/node/internal/boot/containerd"
)

// fakeRuntime knows the third start of a pod, and notes what it is told to do.
type fakeRuntime struct {
	cri.RuntimeServiceClient
	cri.ImageServiceClient
	image   string
	failing error
	sandbox *cri.PodSandboxConfig
	made    *cri.ContainerConfig
	started []string
	removed []string
}

func (c *fakeRuntime) ImageStatus(context.Context, *cri.ImageStatusRequest, ...grpc.CallOption) (*cri.ImageStatusResponse, error) {
	if c.image == "" {
		return &cri.ImageStatusResponse{}, nil
	}
	return &cri.ImageStatusResponse{Image: &cri.Image{Id: c.image}}, nil
}

func (c *fakeRuntime) ListPodSandbox(context.Context, *cri.ListPodSandboxRequest, ...grpc.CallOption) (*cri.ListPodSandboxResponse, error) {
	return &cri.ListPodSandboxResponse{Items: []*cri.PodSandbox{
		{Metadata: &cri.PodSandboxMetadata{Attempt: 2}}, {Metadata: &cri.PodSandboxMetadata{Attempt: 1}},
	}}, nil
}

func (c *fakeRuntime) ListContainers(context.Context, *cri.ListContainersRequest, ...grpc.CallOption) (*cri.ListContainersResponse, error) {
	return &cri.ListContainersResponse{Containers: []*cri.Container{
		{Id: "running", PodSandboxId: "around", Metadata: &cri.ContainerMetadata{Attempt: 3}},
	}}, nil
}

func (c *fakeRuntime) RunPodSandbox(_ context.Context, request *cri.RunPodSandboxRequest, _ ...grpc.CallOption) (*cri.RunPodSandboxResponse, error) {
	c.sandbox = request.Config
	return &cri.RunPodSandboxResponse{PodSandboxId: "new"}, nil
}

func (c *fakeRuntime) CreateContainer(_ context.Context, request *cri.CreateContainerRequest, _ ...grpc.CallOption) (*cri.CreateContainerResponse, error) {
	c.made = request.Config
	return &cri.CreateContainerResponse{ContainerId: "fresh"}, nil
}

func (c *fakeRuntime) StartContainer(_ context.Context, request *cri.StartContainerRequest, _ ...grpc.CallOption) (*cri.StartContainerResponse, error) {
	c.started = append(c.started, request.ContainerId)
	return &cri.StartContainerResponse{}, c.failing
}

func (c *fakeRuntime) RemovePodSandbox(_ context.Context, request *cri.RemovePodSandboxRequest, _ ...grpc.CallOption) (*cri.RemovePodSandboxResponse, error) {
	c.removed = append(c.removed, request.PodSandboxId)
	return &cri.RemovePodSandboxResponse{}, nil
}

// runtime has groups of the first version, in which the container has its part.
func (c *fakeRuntime) runtime(t *testing.T) runtime {
	t.Helper()
	groups := t.TempDir()
	write(t, groups, "cpu/pods/u/fresh/cpu.shares", "102")
	return runtime{Client: containerd.Client{RuntimeServiceClient: c, ImageServiceClient: c}, groups: groups, logs: t.TempDir()}
}

func write(t *testing.T, root, name, text string) {
	t.Helper()
	path := filepath.Join(root, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func etcdIn(logs string) pod {
	return pod{
		Sandbox: &cri.PodSandboxConfig{Metadata: &cri.PodSandboxMetadata{Name: "etcd-a", Namespace: "kube-system", Uid: "u"}, LogDirectory: logs, Linux: &cri.LinuxPodSandboxConfig{CgroupParent: "/pods/u"}},
		Container: &cri.ContainerConfig{
			Metadata: &cri.ContainerMetadata{Name: "etcd"}, Annotations: map[string]string{},
			Image: &cri.ImageSpec{UserSpecifiedImage: "etcd:1"},
		},
		Environment: []variable{{"HTTP_PROXY", "http://p:1"}},
	}
}

func TestANewStartHasTheNextNumbers(t *testing.T) {
	known := &fakeRuntime{image: "sha256:1"}
	runtime, logs := known.runtime(t), t.TempDir()
	if err := runtime.start(context.Background(), etcdIn(logs)); err != nil {
		t.Fatal(err)
	}
	if known.sandbox.Metadata.Attempt != 3 || known.made.Metadata.Attempt != 4 {
		t.Errorf("attempts %d and %d", known.sandbox.Metadata.Attempt, known.made.Metadata.Attempt)
	}
	if known.made.LogPath != "etcd/4.log" || known.made.Annotations[restartsAnnotation] != "4" {
		t.Errorf("log %s, restarts %s", known.made.LogPath, known.made.Annotations[restartsAnnotation])
	}
	if known.made.Image.Image != "sha256:1" || string(known.made.Envs[0].Value) != "http://p:1" {
		t.Errorf("of image %s, with %v", known.made.Image.Image, known.made.Envs)
	}
	if !reflect.DeepEqual(known.started, []string{"fresh"}) {
		t.Errorf("started %v", known.started)
	}
	part, err := os.ReadFile(filepath.Join(runtime.groups, "cpu/pods/u/cpu.shares"))
	if string(part) != "102" {
		t.Errorf("the pod's part is %q, %v", part, err)
	}
	log, err := os.Readlink(filepath.Join(runtime.logs, "etcd-a_kube-system_etcd-fresh.log"))
	if log != logs+"/etcd/4.log" {
		t.Errorf("the link to the log leads to %q, %v", log, err)
	}
}

func TestNothingStaysOfAPodWhoseContainerFails(t *testing.T) {
	known := &fakeRuntime{image: "sha256:1", failing: errors.New("no")}
	if err := known.runtime(t).start(context.Background(), etcdIn(t.TempDir())); !errors.Is(err, known.failing) {
		t.Errorf("got %v", err)
	}
	if !reflect.DeepEqual(known.removed, []string{"new"}) {
		t.Errorf("removed %v", known.removed)
	}
}

func TestAPodWhoseImageIsGoneIsKubelets(t *testing.T) {
	known := &fakeRuntime{}
	if err := known.runtime(t).start(context.Background(), etcdIn(t.TempDir())); err == nil || known.sandbox != nil {
		t.Errorf("%v, and started %v", err, known.sandbox)
	}
}
