package staticpods

import (
	"context"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// script stands for the binary of Kubernetes.
func script(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "kubelet")
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"+text), 0o755); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestSayReadsWhatTheProgramSays(t *testing.T) {
	binary := script(t, `cat <<'END'
[{"Sandbox": {"metadata": {"name": "etcd-a", "uid": "u"}},
  "Container": {"image": {"user_specified_image": "etcd:1"}, "linux": {"resources": {"cpu_shares": 102}}},
  "Environment": [{"Name": "HTTP_PROXY", "Value": "http://p:1"}]}]
END`)
	said, err := say(context.Background(), binary, "a")
	if err != nil {
		t.Fatal(err)
	}
	if said[0].Sandbox.Metadata.Uid != "u" || said[0].Container.Image.UserSpecifiedImage != "etcd:1" ||
		said[0].Container.Linux.Resources.CpuShares != 102 || said[0].Environment[0].Value != "http://p:1" {
		t.Errorf("got %v", said)
	}
}

func TestSayAsksForThePodsOfThisNode(t *testing.T) {
	asked := filepath.Join(t.TempDir(), "asked")
	if _, err := say(context.Background(), script(t, `echo "$*" >`+asked+"; echo []"), "a"); err != nil {
		t.Fatal(err)
	}
	text, _ := os.ReadFile(asked)
	for _, part := range []string{"-node=a ", "-manifests=/etc/kubernetes/manifests ", "-cgroup-root=/kubelet ", " etcd kube-apiserver\n"} {
		if !strings.Contains(string(text), part) {
			t.Errorf("asked with %q", text)
		}
	}
}

func TestSayTellsWhyThereAreNoWords(t *testing.T) {
	_, err := say(context.Background(), script(t, "echo etcd has limits >&2; exit 1"), "a")
	if err == nil || !strings.Contains(err.Error(), "etcd has limits") {
		t.Errorf("got %v", err)
	}
}

func TestMemoryIsReadAsWritten(t *testing.T) {
	path := filepath.Join(t.TempDir(), "static-pods.json")
	if err := keep(path, memory{Basis: "b", Pods: []pod{etcdIn("/logs")}}); err != nil {
		t.Fatal(err)
	}
	known, err := recall(path)
	if err != nil || known.Basis != "b" || !reflect.DeepEqual(known.Pods[0].Environment, etcdIn("/logs").Environment) {
		t.Errorf("%v, %v", known, err)
	}
}
