package bootstrap

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"
)

func writeLog(t *testing.T, root, component string, number int, line string) {
	t.Helper()
	writeLogOf(t, root, component, "0123", number, line)
}

func writeLogOf(t *testing.T, root, component, uid string, number int, line string) {
	t.Helper()
	folder := filepath.Join(root, "kube-system_"+component+"-control-plane-1_"+uid, component)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, strconv.Itoa(number)+".log")
	if err := os.WriteFile(path, []byte(line), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestAComponentThatEndsAtOnceIsHopeless(t *testing.T) {
	root := t.TempDir()
	writeLog(t, root, "etcd", 7, "") // of an earlier boot
	c := newCrashes(root)
	now := time.Now()
	writeLog(t, root, "etcd", 8, "")
	writeLog(t, root, "kube-apiserver", 0, "")
	writeLog(t, root, "kube-apiserver", 1, "")
	if got := c.hopeless(now); got != "" {
		t.Errorf("after one end: %q", got)
	}
	writeLog(t, root, "kube-apiserver", 2, "2026-11-22T23:51:23.1Z stderr F Error: unknown flag: --bogus\n")
	if got := c.hopeless(now.Add(11 * time.Second)); got != "kube-apiserver" {
		t.Errorf("after two ends: %q", got)
	}
	if got := c.words("kube-apiserver"); got != "unknown flag: --bogus" {
		t.Errorf("words: %q", got)
	}
}

func TestAComponentThatWaitsLongIsNotHopeless(t *testing.T) {
	root := t.TempDir()
	c := newCrashes(root)
	now := time.Now()
	writeLog(t, root, "kube-apiserver", 0, "")
	c.hopeless(now)
	writeLog(t, root, "kube-apiserver", 2, "")
	if got := c.hopeless(now.Add(time.Minute)); got != "" {
		t.Errorf("got %q", got)
	}
}

func TestAContainerOfAnEarlierBootHasNotStarted(t *testing.T) {
	root := t.TempDir()
	writeLog(t, root, apiServer, 3, "")
	c := newCrashes(root)
	if c.hasStarted(apiServer) {
		t.Error("the log is of an earlier boot")
	}
	writeLog(t, root, apiServer, 4, "")
	if !c.hasStarted(apiServer) {
		t.Error("its container is there")
	}
}

func TestAPodOfAnotherManifestIsCountedAnew(t *testing.T) {
	root := t.TempDir()
	writeLogOf(t, root, apiServer, "old", 11, "")
	c := newCrashes(root)
	writeLogOf(t, root, apiServer, "new", 0, "")
	if !c.hasStarted(apiServer) {
		t.Error("its first log is numbered 0")
	}
	writeLogOf(t, root, apiServer, "new", 2, "")
	if got := c.hopeless(time.Now()); got != apiServer {
		t.Errorf("after two ends: %q", got)
	}
}
