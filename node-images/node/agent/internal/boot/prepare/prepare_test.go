package prepare

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

func TestParseMounts(t *testing.T) {
	table := "36 25 0:30 / /sys/fs/cgroup/cpuset ro,nosuid,nodev - cgroup cgroup rw,cpuset\n" +
		"37 25 0:31 / /run rw shared:3 - tmpfs tmpfs rw\nnonsense\n"
	want := []mount{
		{"/sys/fs/cgroup/cpuset", "cgroup", true, []string{"rw", "cpuset"}},
		{"/run", "tmpfs", false, []string{"rw"}},
	}
	if got := parseMounts(table); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
}

func TestPrepareV1CopiesCPUs(t *testing.T) {
	root := t.TempDir()
	put(t, root, "cpuset.cpus", "0-1\n")
	put(t, root, "cpuset.mems", "0\n")
	if err := prepareV1(mount{target: root, kind: "cgroup", options: []string{"rw", "cpuset"}}); err != nil {
		t.Fatal(err)
	}
	if got := get(t, root, "kubelet/cpuset.cpus"); got != "0-1\n" {
		t.Errorf("got %q", got)
	}
}

func TestDelegateV2EnablesEveryController(t *testing.T) {
	root := t.TempDir()
	put(t, root, "cgroup.procs", "1\n")
	for _, folder := range []string{"", "kubelet"} {
		put(t, root, filepath.Join(folder, "cgroup.controllers"), "cpuset cpu memory\n")
	}
	if err := delegateV2(root); err != nil {
		t.Fatal(err)
	}
	if got := get(t, root, "coracle/cgroup.procs"); got != "1" {
		t.Errorf("moved: %q", got)
	}
	for _, folder := range []string{"", "kubelet"} {
		if got := get(t, root, filepath.Join(folder, "cgroup.subtree_control")); got != "+cpuset +cpu +memory" {
			t.Errorf("%s: %q", folder, got)
		}
	}
}

func TestContainerdSettings(t *testing.T) {
	got := containerdSettings("3.10.2", true)
	for _, part := range []string{`"registry.k8s.io/pause:3.10.2"`, "restrict_oom_score_adj = true"} {
		if !strings.Contains(got, part) {
			t.Errorf("%s is not in\n%s", part, got)
		}
	}
}

func TestUUID(t *testing.T) {
	if got := uuid("0123456789abcdef0123456789abcdef"); got != "01234567-89ab-cdef-0123-456789abcdef" {
		t.Errorf("got %q", got)
	}
}

func put(t *testing.T, root, name, content string) {
	t.Helper()
	path := filepath.Join(root, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func get(t *testing.T, root, name string) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(root, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func TestTagIn(t *testing.T) {
	catalogue := `{"images":[{"name":"registry.k8s.io/pause:3.10.2"},{"name":"registry.k8s.io/etcd:3.6.8-0"}]}`
	if got := tagIn(catalogue, "registry.k8s.io/pause"); got != "3.10.2" {
		t.Errorf("got %q", got)
	}
	if got := tagIn(catalogue, "registry.k8s.io/kube-apiserver"); got != "" {
		t.Errorf("got %q", got)
	}
}

// TestContainersBeginWithTheNodesBundle looks at the spec as containerd reads it.
func TestContainersBeginWithTheNodesBundle(t *testing.T) {
	spec, err := specWithBundle()
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for _, mount := range spec.Mounts {
		found[mount.Destination] = mount.Source
	}
	for _, place := range append(bundlesInPods, "/proc") {
		if _, there := found[place]; !there {
			t.Errorf("nothing is mounted at %s: %v", place, found)
		}
	}
	if spec.Process == nil || spec.Process.Capabilities == nil {
		t.Error("the spec is not containerd's default")
	}
}
