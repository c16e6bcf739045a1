package staticpods

import (
	"context"
	"path/filepath"
	"reflect"
	"testing"
)

func TestDescribeReadsWhatKubeletSaid(t *testing.T) {
	known := &fakeRuntime{describe: func() map[string]string {
		return map[string]string{"info": `{"config": {
			"metadata": {"name": "etcd", "attempt": 2}, "command": ["etcd"], "log_path": "etcd/2.log",
			"image": {"image": "sha256:1", "user_specified_image": "etcd:1"},
			"mounts": [{"container_path": "/etc/hosts", "host_path": "/h"}],
			"linux": {"resources": {"cpu_shares": 102}}}}`}
	}}
	found, err := known.runtime(t).describe(context.Background(), "etcd", "a")
	if err != nil {
		t.Fatal(err)
	}
	if found.Sandbox.Metadata.Uid != "u" || found.Container.Image.UserSpecifiedImage != "etcd:1" ||
		found.Container.Mounts[0].HostPath != "/h" || found.Container.Linux.Resources.CpuShares != 102 {
		t.Errorf("got %v", found)
	}
}

func TestAPodWithLimitsIsKubelets(t *testing.T) {
	known := &fakeRuntime{describe: func() map[string]string {
		return map[string]string{"info": `{"config": {"linux": {"resources": {"memory_limit_in_bytes": 1048576}}}}`}
	}}
	if _, err := known.runtime(t).describe(context.Background(), "etcd", "a"); err == nil {
		t.Error("its group would have no limit")
	}
}

func TestDescribeNeedsContainerdsWord(t *testing.T) {
	known := &fakeRuntime{describe: func() map[string]string { return map[string]string{"info": "{}"} }}
	if _, err := known.runtime(t).describe(context.Background(), "etcd", "a"); err == nil {
		t.Error("nothing was told")
	}
}

func TestMemoryIsReadAsWritten(t *testing.T) {
	path := filepath.Join(t.TempDir(), "static-pods.json")
	if err := keep(path, memory{Basis: "b", Pods: []pod{etcd()}}); err != nil {
		t.Fatal(err)
	}
	known, err := recall(path)
	if err != nil || known.Basis != "b" || !reflect.DeepEqual(known.Pods[0].Container.Image, etcd().Container.Image) {
		t.Errorf("%v, %v", known, err)
	}
}
