package udp

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func read(t *testing.T, content string) (Config, error) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "udp.cfg")
	if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return ReadConfig(file)
}

func TestConfigNamesPortAndNodes(t *testing.T) {
	config, err := read(t, "listen 30053\nnode 172.30.0.10:30053\nnode 172.30.0.11:30053\n")
	if err != nil || config.Listen.Port() != 30053 || len(config.Nodes) != 2 {
		t.Errorf("got %v, %v", config, err)
	}
}

func TestNonsenseIsToldWithItsLine(t *testing.T) {
	for _, content := range []string{"listen 30053\nnodes x\n", "listen 99999\n", "listen 1 2\n"} {
		if _, err := read(t, content); err == nil || !strings.Contains(err.Error(), "udp.cfg:") {
			t.Errorf("%q: %v", content, err)
		}
	}
	if _, err := read(t, "listen 30053\n"); err == nil {
		t.Error("a port without nodes is no configuration")
	}
}
