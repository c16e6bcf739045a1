package bootstrap

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"dev.coracle/node/internal/boot/env"
	"dev.coracle/node/internal/ownapi"
)

func TestSkippedKeepsOnlyTheWantedPhases(t *testing.T) {
	want := []string{"preflight", "certs", "kubeconfig", "etcd", "control-plane", "kubelet-start", "wait-control-plane",
		"upload-certs", "kubelet-finalize", "addon", "show-join-command"}
	if got := skipped(recordPhases); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v", got)
	}
	if len(allPhases) != 14 {
		t.Error("skipping changed the list of phases")
	}
}

func TestReadinessWaitsForHooksOnlyWhereTheyHaveSomethingToWrite(t *testing.T) {
	empty, seeded := env.Node{}, env.Node{EtcdSeed: "seed"}
	if got := questionOf(empty, false); got != ownapi.Empty {
		t.Error(got)
	}
	if questionOf(empty, true) != ownapi.Populated || questionOf(seeded, false) != ownapi.Populated {
		t.Error("it waits for what is there")
	}
}

func TestAddressQuery(t *testing.T) {
	got := addressQuery("a.bc")
	want := []byte{0xc0, 0xac, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 'a', 2, 'b', 'c', 0, 0, 1, 0, 1}
	if !bytes.Equal(got, want) {
		t.Errorf("got %v", got)
	}
}

func TestCheckReply(t *testing.T) {
	answered := []byte{0xc0, 0xac, 0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0}
	if err := checkReply(answered); err != nil {
		t.Error(err)
	}
	noSuchName := bytes.Clone(answered)
	noSuchName[3] |= 3
	empty := bytes.Clone(answered)
	empty[7] = 0
	for _, reply := range [][]byte{noSuchName, empty, answered[:5]} {
		if checkReply(reply) == nil {
			t.Errorf("accepted %v", reply)
		}
	}
}

func TestCopyWorkerFilesNeedsBoth(t *testing.T) {
	from, to := t.TempDir(), filepath.Join(t.TempDir(), "kubelet")
	if err := os.WriteFile(filepath.Join(from, "config.yaml"), []byte("kind: KubeletConfiguration\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if copyWorkerFiles(from, to) == nil {
		t.Error("the flags are missing")
	}
	if err := os.WriteFile(filepath.Join(from, "kubeadm-flags.env"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := copyWorkerFiles(from, to); err != nil {
		t.Error(err)
	}
}

func TestListenersCountsOnlyThePort(t *testing.T) {
	table := `  sl  local_address                         remote_address                        st
   0: 00000000000000000000000000000000:192B 00000000000000000000000000000000:0000 0A
   1: 00000000000000000000000000000000:192B 00000000000000000000000000000000:0000 0A
   2: 00000000000000000000000000000000:192C 00000000000000000000000000000000:0000 0A
   3: 0000000000000000FFFF00000A631FAC:192B 0000000000000000FFFF00000A631FAC:C001 01
`
	if got := listeners(table, ":192B"); got != 2 {
		t.Errorf("got %d", got)
	}
}
