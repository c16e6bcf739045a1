package autopause

import (
	"errors"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/sys/unix"

	"dev.coracle/node/internal/boot/env"
)

const cgroupRoot = "/sys/fs/cgroup"

// pods are stopped by SIGSTOP. What the freezer of cgroups of version 1 holds cannot be killed: a container with such
// processes, when the engine kills it, hangs between life and death until somebody thaws them from outside. So the freezer holds
// them only for the moment in which each gets its signal: none sees another's, and none makes children meanwhile.
type pods struct {
	group group
	mark  string // a file that holds the processes that were stopped, and are to go on
	send  func(process int, signal unix.Signal) error
}

func podsOf(root, mark string) pods {
	return pods{group: groupOf(root), mark: mark, send: send}
}

// send passes over a process that is gone.
func send(process int, signal unix.Signal) error {
	if err := unix.Kill(process, signal); err != unix.ESRCH {
		return err
	}
	return nil
}

func (p pods) freeze() error {
	// What its user stopped stays so; the freezer hides which those are.
	spared, err := p.group.processes()
	spared = slices.DeleteFunc(spared, isRunning)
	if err == nil {
		err = p.group.hold()
	}
	if err == nil {
		err = p.stop(spared)
	}
	return errors.Join(err, p.group.release())
}

func (p pods) stop(spared []int) error {
	processes, err := p.group.processes()
	if err != nil {
		return err
	}
	processes = slices.DeleteFunc(processes, func(process int) bool { return slices.Contains(spared, process) })
	if err := writeNumbers(p.mark, processes); err != nil {
		return err
	}
	return p.signal(processes, unix.SIGSTOP)
}

// thaw leaves other processes alone that have the number of one that is gone.
func (p pods) thaw() error {
	if !p.isFrozen() {
		return nil
	}
	err := p.group.release()
	present, listed := p.group.processes()
	processes := slices.DeleteFunc(readNumbers(p.mark), func(process int) bool { return !slices.Contains(present, process) })
	err = errors.Join(err, listed, p.signal(processes, unix.SIGCONT))
	if err == nil {
		err = os.Remove(p.mark)
	}
	return err
}

func (p pods) isFrozen() bool {
	_, err := os.Stat(p.mark)
	return err == nil
}

func (p pods) signal(processes []int, signal unix.Signal) error {
	var problems []error
	for _, process := range processes {
		problems = append(problems, p.send(process, signal))
	}
	return errors.Join(problems...)
}

// groupOf finds the group of all pods in whichever version of cgroups is mounted.
func groupOf(root string) group {
	if _, err := os.Stat(filepath.Join(root, "cgroup.controllers")); err == nil {
		return group{folder: filepath.Join(root, env.PodsCgroup), isV2: true}
	}
	return group{folder: filepath.Join(root, "freezer", env.PodsCgroup)}
}
