package etcdseed

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"golang.org/x/sys/unix"
)

// snapshotPath is where the node image keeps the prepared data.
const snapshotPath = "/usr/share/coracle/etcd/seed.db"

// Restore is the command of a control plane's first boot. Its defaults are the names of node.env, so that the node's
// bootstrap calls it with them as environment and no arguments.
func Restore(args []string) error {
	flags := flag.NewFlagSet("seed-etcd", flag.ContinueOnError)
	seed := flags.String("seed", os.Getenv("ETCD_SEED"), "UUID from which UIDs derive; of version 7: times too")
	at := flags.Int64("time", time.Now().Unix(), "Unix time of the objects, where the seed holds none")
	member := member{}
	flags.StringVar(&member.name, "name", os.Getenv("NODE_NAME"), "name of this etcd member")
	flags.StringVar(&member.cluster, "initial-cluster", os.Getenv("ETCD_INITIAL_CLUSTER"), "NAME=PEER-URL,...")
	flags.StringVar(&member.peer, "peer-url", "https://"+os.Getenv("NODE_IP")+":2380", "peer URL of this member")
	flags.StringVar(&member.token, "token", "", "unique name of the etcd cluster (default: the seed)")
	flags.StringVar(&member.folder, "data-dir", "/var/lib/etcd", "folder to make")
	snapshot := flags.String("snapshot", snapshotPath, "prepared snapshot")
	if err := flags.Parse(args); err != nil {
		return err
	}
	identity, err := newIdentity(*seed, time.Unix(*at, 0))
	if err != nil {
		return err
	}
	if member.token == "" {
		member.token = *seed
	}
	return member.restore(*snapshot, identity)
}

// A member is one etcd server as its cluster's first start knows it.
type member struct {
	name, cluster, peer, token, folder string
}

// restore makes the data folder as a whole or not at all: an interrupted one is made anew.
func (m member) restore(snapshot string, identity identity) error {
	if _, err := os.Stat(filepath.Join(m.folder, "member")); err == nil {
		return nil
	}
	scratch, err := os.MkdirTemp("", "etcd-seed-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(scratch)
	copied := filepath.Join(scratch, "snapshot.db")
	if err := copySnapshot(snapshot, copied); err != nil {
		return err
	}
	if err := renewSnapshot(copied, identity); err != nil {
		return err
	}
	return m.install(copied)
}

// install lets etcd's own tool write the data folder beside the final place, then moves it there.
func (m member) install(snapshot string) error {
	unfinished := m.folder + ".new"
	if err := os.RemoveAll(unfinished); err != nil {
		return err
	}
	// The snapshot was changed, so the hash at its end no longer fits.
	output, err := exec.Command("etcdutl", "snapshot", "restore", snapshot, "--skip-hash-check",
		"--data-dir", unfinished, "--name", m.name, "--initial-cluster", m.initialCluster(),
		"--initial-advertise-peer-urls", m.peer, "--initial-cluster-token", m.token).CombinedOutput()
	if err != nil {
		return fmt.Errorf("etcdutl: %w\n%s", err, output)
	}
	if err := os.Chmod(unfinished, 0o700); err != nil {
		return err
	}
	// kubeadm may have made the final folder, or do it right now: the system call, unlike Go's, replaces an empty one.
	return unix.Rename(unfinished, m.folder)
}

func (m member) initialCluster() string {
	if m.cluster != "" {
		return m.cluster
	}
	return m.name + "=" + m.peer
}

func copySnapshot(from, to string) error {
	source, err := os.Open(from)
	if err != nil {
		return err
	}
	defer source.Close()
	target, err := os.Create(to)
	if err != nil {
		return err
	}
	_, err = io.Copy(target, source)
	return errors.Join(err, target.Close())
}
