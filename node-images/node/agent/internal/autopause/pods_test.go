package autopause

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// These numbers are of no process: the kernel gives out none so high.
const one, other, third = "99999991", "99999992", "99999993"

// kinds are roots with two pods, of both versions of cgroups; the files of their freezers.
var kinds = map[string]struct{ group, wanted, state, held, free string }{
	"v1": {"freezer/kubelet", "freezer.state", "freezer.state", "FROZEN", "THAWED"},
	"v2": {"kubelet", "cgroup.freeze", "cgroup.events", "1", "0"},
}

// each runs a test with both, and notes which signals would have been sent while the freezer held the pods.
func each(t *testing.T, test func(t *testing.T, pods pods, told *[]string)) {
	for name, kind := range kinds {
		t.Run(name, func(t *testing.T) {
			root := t.TempDir()
			if name == "v2" {
				write(t, filepath.Join(root, "cgroup.controllers"), "cpu memory")
				write(t, filepath.Join(root, kind.group, kind.state), "populated 1\nfrozen 1\n")
			}
			group := filepath.Join(root, kind.group)
			write(t, filepath.Join(group, kind.wanted), kind.free)
			write(t, filepath.Join(group, "cgroup.procs"), "")
			write(t, filepath.Join(group, "kubepods/pod1/a/cgroup.procs"), one+"\n"+other+"\n")
			write(t, filepath.Join(group, "kubepods/pod2/b/cgroup.procs"), third+"\n")
			told := &[]string{}
			pods := podsOf(root, filepath.Join(root, "mark"))
			pods.send = func(process int, signal unix.Signal) error {
				held := read(filepath.Join(group, kind.wanted)) == kind.held
				*told = append(*told, fmt.Sprintf("%v %d held=%v", signal, process, held))
				return nil
			}
			test(t, pods, told)
			if read(filepath.Join(group, kind.wanted)) != kind.free {
				t.Error("the freezer holds them still, and they could not be killed")
			}
		})
	}
}

func TestPodsAreStoppedAllAtOnce(t *testing.T) {
	each(t, func(t *testing.T, pods pods, told *[]string) {
		if err := pods.freeze(); err != nil || !pods.isFrozen() {
			t.Fatal(err, pods.isFrozen())
		}
		slices.Sort(*told)
		want := []string{"stopped (signal) " + one + " held=true", "stopped (signal) " + other + " held=true",
			"stopped (signal) " + third + " held=true"}
		if !slices.Equal(*told, want) {
			t.Errorf("got %q", *told)
		}
	})
}

func TestPodsGoOnThatAreStillThere(t *testing.T) {
	each(t, func(t *testing.T, pods pods, told *[]string) {
		if err := pods.freeze(); err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(pods.group.folder, "kubepods/pod1/a/cgroup.procs"), other+"\n")
		write(t, filepath.Join(pods.group.folder, "kubepods/pod2/b/cgroup.procs"), third+"\n77\n")
		*told = nil
		if err := pods.thaw(); err != nil || pods.isFrozen() {
			t.Fatal(err, pods.isFrozen())
		}
		slices.Sort(*told)
		if want := []string{"continued " + other + " held=false", "continued " + third + " held=false"}; !slices.Equal(*told, want) {
			t.Errorf("got %q", *told)
		}
	})
}

func TestThawingWhatIsNotFrozenSignalsNobody(t *testing.T) {
	each(t, func(t *testing.T, pods pods, told *[]string) {
		if err := pods.thaw(); err != nil || len(*told) != 0 {
			t.Error(err, *told)
		}
	})
}

func TestWhereThereIsNoGroupNothingIsFrozen(t *testing.T) {
	pods := podsOf(t.TempDir(), filepath.Join(t.TempDir(), "mark"))
	if err := pods.freeze(); err == nil || pods.isFrozen() {
		t.Error(err, pods.isFrozen())
	}
}

func TestANodeFreezesKubeletFirstAndThawsItLast(t *testing.T) {
	var told []string
	note := func(word string) func(string) error {
		return func(service string) error { told = append(told, word+" "+service); return nil }
	}
	admitted := make(chan bool)
	node := node{
		pods: &toy{}, pause: note("pause"), proceed: note("continue"),
		refuse: func() error { return note("refuse")("") },
		admit:  func() error { close(admitted); return nil },
	}
	if err := errors.Join(node.freeze(), node.wake()); err != nil {
		t.Fatal(err)
	}
	<-admitted
	want := []string{"pause kubelet", "pause containerd", "refuse ", "continue containerd", "continue kubelet"}
	if !slices.Equal(told, want) {
		t.Errorf("got %q", told)
	}
}

func TestANodeThatCannotFreezeGoesOn(t *testing.T) {
	var told []string
	node := node{
		pods:    &toy{fails: errors.New("no such group")},
		pause:   func(string) error { return nil },
		proceed: func(service string) error { told = append(told, service); return nil },
	}
	if err := node.freeze(); err == nil || len(told) != 2 {
		t.Error(err, told)
	}
}

func TestAVisitorIsAProcessWithoutAParentHere(t *testing.T) {
	proc := t.TempDir()
	write(t, filepath.Join(proc, "1/stat"), "1 (s6-svscan) S 0 1 1 0")
	write(t, filepath.Join(proc, "77/stat"), "77 (a (b) c) S 1 77 77 0")
	if hasVisitor(proc) {
		t.Error("nobody is there")
	}
	write(t, filepath.Join(proc, "99/stat"), "99 (sh) S 0 99 99 0")
	if !hasVisitor(proc) {
		t.Error("somebody is there")
	}
}

func TestTheSettingIsSeconds(t *testing.T) {
	for text, want := range map[string]time.Duration{"": 0, "0": 0, "300": 5 * time.Minute} {
		if got, err := parse(text); got != want || err != nil {
			t.Errorf("%q: %v, %v", text, got, err)
		}
	}
	if _, err := parse("5m"); err == nil {
		t.Error("5m is no number")
	}
}
