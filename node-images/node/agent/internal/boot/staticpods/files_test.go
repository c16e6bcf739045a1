package staticpods

import (
	"os"
	"path/filepath"
	"testing"

	cri "k8s.io/cri-api/pkg/apis/runtime/v1"
)

func TestFilesAreAsKubeletMakesThem(t *testing.T) {
	root := t.TempDir()
	hosts, log := filepath.Join(root, "u", "etc-hosts"), filepath.Join(root, "u", "containers", "etcd", "1")
	first := etcdIn(filepath.Join(root, "logs"))
	first.Container.Mounts = []*cri.Mount{
		{ContainerPath: "/etc/hosts", HostPath: hosts}, {ContainerPath: "/dev/termination-log", HostPath: log},
		{ContainerPath: "/etc/kubernetes/pki", HostPath: filepath.Join(root, "pki")},
	}
	if err := (runtime{logs: filepath.Join(root, "links")}).writeFiles(first); err != nil {
		t.Fatal(err)
	}
	text, _ := os.ReadFile(hosts)
	own, _ := os.ReadFile("/etc/hosts")
	if string(text) != hostsHeader+string(own) {
		t.Errorf("got %q", text)
	}
	if ending, err := os.Stat(log); err != nil || ending.Mode().Perm() != 0o666 {
		t.Errorf("the container could not say why it ends: %v, %v", ending, err)
	}
	for _, folder := range []string{"logs/etcd", "links"} {
		if _, err := os.Stat(filepath.Join(root, folder)); err != nil {
			t.Error(err)
		}
	}
	if _, err := os.Stat(filepath.Join(root, "pki")); err == nil {
		t.Error("what kubelet did not make is not made")
	}
}

func TestShareOfTheSecondVersion(t *testing.T) {
	root := t.TempDir()
	write(t, root, "cgroup.controllers", "cpu")
	write(t, root, "pods/u/fresh/cpu.weight", "10")
	if err := share(root, "/pods/u", "fresh"); err != nil {
		t.Fatal(err)
	}
	if part, _ := os.ReadFile(filepath.Join(root, "pods/u/cpu.weight")); string(part) != "10" {
		t.Errorf("got %q", part)
	}
}
