package staticpods

import (
	"os"
	"path/filepath"
	"testing"

	cri "k8s.io/cri-api/pkg/apis/runtime/v1"
)

func TestFilesAreAsKubeletMakesThem(t *testing.T) {
	root := t.TempDir()
	hosts, log := filepath.Join(root, "etc-hosts"), filepath.Join(root, "log")
	err := writeFiles([]*cri.Mount{
		{ContainerPath: "/etc/hosts", HostPath: hosts}, {ContainerPath: "/dev/termination-log", HostPath: log},
		{ContainerPath: "/etc/kubernetes/pki", HostPath: filepath.Join(root, "pki")},
	})
	if err != nil {
		t.Fatal(err)
	}
	text, _ := os.ReadFile(hosts)
	own, _ := os.ReadFile("/etc/hosts")
	if string(text) != hostsHeader+string(own) {
		t.Errorf("got %q", text)
	}
	if _, err := os.Stat(log); err != nil {
		t.Error(err)
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
