package podaddress

import (
	"os"
	"path/filepath"
	"testing"
)

const note = `{"kind":"cniCacheV1","networkName":"coracle","cniArgs":[["IgnoreUnknown","1"],["K8S_POD_UID","uid-1"]],
"result":{"cniVersion":"1.0.0","ips":[{"address":"10.244.1.9/24","gateway":"10.244.1.1"}]}}`

func remembered(t *testing.T, notes map[string]string) Memory {
	t.Helper()
	results, folder := t.TempDir(), t.TempDir()
	memory := Memory{filepath.Join(folder, "addresses"), filepath.Join(folder, "leases", Network)}
	for name, content := range notes {
		if err := os.WriteFile(filepath.Join(results, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := memory.remember(results); err != nil {
		t.Fatal(err)
	}
	return memory
}

func TestAddressOfThePodIsRemembered(t *testing.T) {
	memory := remembered(t, map[string]string{"coracle-1-eth0": note})
	if got := memory.Claim("uid-1"); got != "10.244.1.9" {
		t.Errorf("got %q", got)
	}
	if got := memory.Claim("uid-2"); got != "" {
		t.Errorf("another pod has %q", got)
	}
}

func TestNotesOfOthersAndHalfNotesAreLeftAlone(t *testing.T) {
	memory := remembered(t, map[string]string{
		"coracle-half-eth0":     note[:90],
		"coracle-other-eth0":    `{"networkName":"coracle-other","cniArgs":[["K8S_POD_UID","uid-1"]],"result":{"ips":[{"address":"10.0.0.1/8"}]}}`,
		"coracle-loopback-eth0": `{"networkName":"coracle","cniArgs":[["K8S_POD_UID","uid-1"]],"result":{}}`,
	})
	if got := memory.Claim("uid-1"); got != "" {
		t.Errorf("got %q", got)
	}
}

func TestUIDIsNoPath(t *testing.T) {
	memory := remembered(t, map[string]string{"coracle-1-eth0": note})
	for _, uid := range []string{"", "..", "../uid-1", "x/../uid-1"} {
		if got := memory.Claim(uid); got != "" {
			t.Errorf("%q has %q", uid, got)
		}
	}
}

func TestAddressIsKeptUntilItsPodClaimsIt(t *testing.T) {
	memory := remembered(t, map[string]string{"coracle-1-eth0": note})
	lease := filepath.Join(memory.leases, "10.244.1.9")
	memory.Claim("uid-2")
	if _, err := os.Stat(lease); err != nil {
		t.Error("another pod could have it")
	}
	memory.Claim("uid-1")
	if _, err := os.Stat(lease); err == nil {
		t.Error("its pod cannot have it")
	}
}

func TestLeaseOfAContainerIsLeftAlone(t *testing.T) {
	memory := remembered(t, map[string]string{"coracle-1-eth0": note})
	lease := filepath.Join(memory.leases, "10.244.1.9")
	if err := os.WriteFile(lease, []byte("5c0b191b\neth0"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := memory.Claim("uid-1"); got != "10.244.1.9" {
		t.Errorf("got %q", got)
	}
	if _, err := os.Stat(lease); err != nil {
		t.Error("a lease was taken from its owner")
	}
}
