// Package service asks s6 to start and stop the node's services, through its control pipes and without a process.
package service

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"

	"golang.org/x/sys/unix"
)

// ScanFolder holds the services of a boot; Prototypes are copied there, since s6 keeps its state beside them.
const (
	ScanFolder = "/run/service"
	Prototypes = "/usr/lib/coracle/services"
)

// Services by their folder's name.
const (
	AutoPause  = "auto-pause"
	Boot       = "boot"
	Timer      = "timer"
	Containerd = "containerd"
	Kubelet    = "kubelet"
)

// Start brings a service up and keeps it so.
func Start(name string) error { return Tell(name, 'u') }

// Stop ends a service and keeps it down. It returns before the service has ended.
func Stop(name string) error { return Tell(name, 'd') }

// StopAndWait ends a service and returns when it has ended.
func StopAndWait(name string) error {
	const timeoutMillis = "5000"
	output, err := exec.Command("s6-svc", "-wd", "-T", timeoutMillis, "-d", ScanFolder+"/"+name).CombinedOutput()
	if err != nil {
		return errors.Join(err, errors.New(strings.TrimSpace(string(output))))
	}
	return nil
}

// Restart ends a service's process; its supervisor starts it again.
func Restart(name string) error { return Tell(name, 't') }

// Pause stops a service's process where it is, with SIGSTOP; Continue lets it go on.
func Pause(name string) error { return Tell(name, 'p') }

// Continue undoes Pause, and does nothing to a service that is not paused.
func Continue(name string) error { return Tell(name, 'c') }

// Tell gives a service's supervisor one of the commands of s6-svc.
func Tell(name string, command byte) error {
	return Send(ScanFolder+"/"+name+"/supervise/control", command)
}

// Finish ends every service, then PID 1.
func Finish() error { return Send(ScanFolder+"/.s6-svscan/control", 't') }

// Send writes one command. A supervisor that is just starting has no reader yet, so this tries for a second.
func Send(pipe string, command byte) error {
	deadline := time.Now().Add(time.Second)
	for {
		err := sendNow(pipe, command)
		if err == nil || time.Now().After(deadline) {
			return err
		}
		time.Sleep(2 * time.Millisecond)
	}
}

func sendNow(pipe string, command byte) error {
	file, err := os.OpenFile(pipe, os.O_WRONLY|unix.O_NONBLOCK, 0)
	if err != nil {
		return fmt.Errorf("no supervisor listens: %w", err)
	}
	defer file.Close()
	_, err = file.Write([]byte{command})
	return err
}
