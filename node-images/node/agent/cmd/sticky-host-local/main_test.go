package main

import (
	"os"
	"path/filepath"
	"testing"
)

// plugin stands in for host-local: it answers what it was given, and refuses the address that is taken.
const plugin = `#!/bin/sh
case "$CNI_ARGS" in
*IP=10.244.1.7) echo '{"code":999}'; exit 3 ;;
esac
echo "$CNI_COMMAND $CNI_ARGS $(cat)"
`

func answered(t *testing.T, command, uid string) (string, int) {
	t.Helper()
	claim := func(uid string) string { return map[string]string{"known": "10.244.1.9", "late": "10.244.1.7"}[uid] }
	t.Setenv("CNI_COMMAND", command)
	t.Setenv("CNI_ARGS", "K8S_POD_NAME=a;K8S_POD_UID="+uid)
	answer, status := run(hostLocal(t), claim, []byte("network"))
	return string(answer), status
}

func TestAddressOfBeforeIsAskedFor(t *testing.T) {
	if got, status := answered(t, "ADD", "known"); status != 0 || got != "ADD K8S_POD_NAME=a;K8S_POD_UID=known;IP=10.244.1.9 network\n" {
		t.Errorf("got %q and %d", got, status)
	}
}

func TestPluginDecidesWhereTheAddressIsTakenOrThePodIsNewOrGoes(t *testing.T) {
	for _, call := range [][2]string{{"ADD", "late"}, {"ADD", "new"}, {"DEL", "known"}} {
		want := call[0] + " K8S_POD_NAME=a;K8S_POD_UID=" + call[1] + " network\n"
		if got, status := answered(t, call[0], call[1]); status != 0 || got != want {
			t.Errorf("got %q and %d", got, status)
		}
	}
}

func hostLocal(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "host-local")
	if err := os.WriteFile(path, []byte(plugin), 0o700); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestFailureIsThePluginsOwn(t *testing.T) {
	t.Setenv("CNI_COMMAND", "ADD")
	t.Setenv("CNI_ARGS", "IP=10.244.1.7")
	path := hostLocal(t)
	if got, status := run(path, nil, nil); status != 3 || string(got) != "{\"code\":999}\n" {
		t.Errorf("got %q and %d", got, status)
	}
	if _, status := run(path+"-missing", nil, nil); status == 0 {
		t.Error("a plugin that is not there succeeded")
	}
}
