package bootstrap

import (
	"context"
	"log"
	"net"
	"os"
	"strings"
	"syscall"
	"time"

	"golang.org/x/sys/unix"

	"dev.coracle/node/internal/boot/await"
	"dev.coracle/node/internal/boot/env"
)

const (
	apiManifest = "/etc/kubernetes/manifests/kube-apiserver.yaml"

	// sharesPort is the API server's flag that lets another socket listen on its port.
	sharesPort = "--permit-port-sharing=true"

	// containerTimeout is how long kubelet may take to make the API server's container; later, nobody waits for it.
	containerTimeout = time.Minute

	// migrateSetting makes the kernel (5.14 and later) hand connections that a closed socket had not yet accepted to
	// another socket on the same port.
	migrateSetting = "/proc/sys/net/ipv4/tcp_migrate_req"
)

// holdAPIPort listens on the API server's port before the API server does. What kubelet and the controllers ask
// meanwhile waits in the queue of this socket, which the API server inherits; refused, they would sleep, each time
// twice as long, and find the API server a second or two after it is there.
//
// It lets go when the API server listens, or when ctx ends. Where it cannot hold, clients try again as ever. At later boots
// kubelet asks for its Node before it mounts the volumes of the API server's own pod, and waits for the answer:
// holdAtLaterBoot has more.
func holdAPIPort(ctx context.Context) {
	manifest, err := os.ReadFile(apiManifest)
	if err != nil || !strings.Contains(string(manifest), sharesPort) {
		return
	}
	if err := os.WriteFile(migrateSetting, []byte("1"), 0o644); err != nil {
		log.Printf("not holding the API port: %v", err)
		return
	}
	config := net.ListenConfig{Control: sharePort}
	// The same address as the API server's default, or the two sockets would not be of one group.
	listener, err := config.Listen(ctx, "tcp", "0.0.0.0:"+apiPort)
	if err != nil {
		log.Printf("not holding the API port: %v", err)
		return
	}
	go letGo(ctx, listener)
}

// holdAtLaterBoot holds the port from when the API server's container is there. kubelet lists services and nodes a second
// time about then; refused again, it may read its pods before it has read the services, which it takes for a failure of
// each container and answers with the back-off of crashes: 10 s, in one start of fifteen. Several API servers stand in
// for each other, and edges must see which of them refuses.
func holdAtLaterBoot(ctx context.Context, node env.Node, seen *crashes) {
	if !node.SingleControlPlane() {
		return
	}
	err := await.Until(ctx, "the API server's container", containerTimeout, tryEvery, func(context.Context) error {
		if !seen.hasStarted(apiServer) {
			return os.ErrNotExist
		}
		return nil
	})
	if err == nil {
		holdAPIPort(ctx)
	}
}

func sharePort(_, _ string, connection syscall.RawConn) (err error) {
	controlError := connection.Control(func(descriptor uintptr) {
		err = unix.SetsockoptInt(int(descriptor), unix.SOL_SOCKET, unix.SO_REUSEPORT, 1)
	})
	if controlError != nil {
		return controlError
	}
	return err
}

// letGo looks for a second listening socket every few milliseconds: new connections go to either.
func letGo(ctx context.Context, listener net.Listener) {
	defer listener.Close()
	err := await.Until(ctx, "the API server's socket", apiTimeout, 5*time.Millisecond, func(context.Context) error {
		table, err := os.ReadFile("/proc/net/tcp6")
		if err != nil {
			return err
		}
		if listeners(string(table), ":192B") < 2 {
			return net.ErrClosed
		}
		return nil
	})
	log.Printf("letting go of the API port: %v", err)
}

// listeners counts the sockets of a kernel table that listen (state 0A) on a port, written as `:192B`.
func listeners(table, port string) int {
	count := 0
	for line := range strings.Lines(table) {
		fields := strings.Fields(line)
		if len(fields) > 3 && fields[3] == "0A" && strings.HasSuffix(fields[1], port) {
			count++
		}
	}
	return count
}
