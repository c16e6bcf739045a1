package bootstrap

import (
	"context"
	"fmt"
	"log"
	"os"
	"os/exec"
	"slices"
	"strings"

	"dev.coracle/node/internal/boot/env"
	"dev.coracle/node/internal/boot/event"
)

// recordTries bounds how often recording is tried: an API server may still refuse a first request.
const recordTries = 3

// allPhases are those of `kubeadm init`. One process runs several: each start of the binary costs more than its work.
var allPhases = []string{
	"preflight", "certs", "kubeconfig", "etcd", "control-plane", "kubelet-start", "wait-control-plane",
	"upload-config", "upload-certs", "mark-control-plane", "bootstrap-token", "kubelet-finalize", "addon",
	"show-join-command",
}

var (
	// configurePhases write files and talk to nobody.
	configurePhases = []string{"certs", "kubeconfig", "etcd", "control-plane", "kubelet-start"}
	// recordPhases write to the API server.
	recordPhases = []string{"upload-config", "mark-control-plane", "bootstrap-token"}
)

// record makes the cluster one that kubeadm knows, once.
func record(ctx context.Context) error {
	if !exists(recordedMarker) {
		if err := step("record", recordOnce(ctx)); err != nil {
			return err
		}
	}
	event.Emit("recorded", nil)
	return nil
}

func recordOnce(ctx context.Context) (err error) {
	for range recordTries {
		// Nobody waits for the records, but all wait for the controllers that start at the same time.
		arguments := append([]string{"-n", "19", "kubeadm"}, initArguments(recordPhases)...)
		if err = runProgram(ctx, nil, "nice", arguments...); err == nil {
			return mark(recordedMarker)
		}
		log.Printf("recording: %v", err)
	}
	return err
}

// initArguments make kubeadm run some phases of `kubeadm init`.
func initArguments(phases []string) []string {
	return []string{"init", "--config=" + env.Folder + "/kubeadm.yaml", "--skip-phases=" + strings.Join(skipped(phases), ",")}
}

func skipped(phases []string) []string {
	return slices.DeleteFunc(slices.Clone(allPhases), func(phase string) bool {
		return slices.Contains(phases, phase)
	})
}

// seedEtcd restores the image's prepared data, with identities derived from the cluster's seed.
func seedEtcd(ctx context.Context, node env.Node) error {
	if node.EtcdSeed == "" {
		return nil
	}
	agent, err := os.Executable()
	if err != nil {
		return err
	}
	return runProgram(ctx, node.Environ(), agent, "seed-etcd")
}

// runProgram sends the output to the boot log. The mark in the environment keeps kubeadm's calls of the service
// manager from starting kubelet early: see /usr/local/bin/systemctl. An error ends with the program's last line.
func runProgram(ctx context.Context, environment []string, program string, args ...string) error {
	command := exec.CommandContext(ctx, program, args...)
	command.Env = append(append(os.Environ(), "CORACLE_BOOTSTRAP=1"), environment...)
	output, err := command.CombinedOutput()
	log.Printf("%s: %s", program, output)
	if err != nil {
		return fmt.Errorf("%s %w\n%s", program, err, output)
	}
	return nil
}
