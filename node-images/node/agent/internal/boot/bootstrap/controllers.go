package bootstrap

import (
	"context"
	"log"
	"time"

	"dev.coracle/node/internal/boot/await"
	"dev.coracle/node/internal/boot/env"
	"dev.coracle/node/internal/boot/gate"
	"dev.coracle/node/internal/ownapi"
)

// controllersPatience lets the controllers go where cluster DNS does not come back: its node may be gone, and they are those
// who give its pod to another.
const controllersPatience = 10 * time.Second

// seldom is often enough for what is rare, while the API server is busy with what everybody waits for.
const seldom = 200 * time.Millisecond

// controllers of a node that comes back wait until a pod of cluster DNS has said that it serves again. Kubelet calls a pod unready
// until it runs; controllers who read that take it out of its Service, whose address has stayed, and kube-proxy, which writes
// rules once a second at most, has DNS refused for that long. The scheduler waits with them: it has nothing to do before.
type controllers struct {
	gate *gate.Gate
	// since is when this boot began to wait, in the seconds in which kubelet tells of a container's start.
	since time.Time
}

// holdControllers holds nobody at a first boot, where they are those who bring cluster DNS, nor where a user's CNI may take hours.
func holdControllers(node env.Node, recorded bool) controllers {
	if !recorded || !node.OwnNetwork() || node.DNSIP == "" {
		return controllers{}
	}
	shut, err := gate.Shut()
	if err != nil {
		log.Printf("the controllers do not wait for cluster DNS: %v", err)
	}
	return controllers{shut, time.Now().Truncate(time.Second)}
}

// watch is for an API server that is ready. A pod that serves after this boot began may do so at another address, where nobody
// finds it until the controllers have made it known.
func (c controllers) watch(ctx context.Context) {
	if c.gate != nil {
		go c.letGo(ctx, seldom, c.since)
	}
}

// found is for cluster DNS that answers: one on another node may have served all the time.
func (c controllers) found(ctx context.Context) {
	if c.gate != nil {
		c.letGo(ctx, askEvery, time.Time{})
	}
}

// letGo opens the gate when a pod of cluster DNS is ready that runs since then or later, or when patience is over.
func (c controllers) letGo(ctx context.Context, every time.Duration, since time.Time) {
	defer c.gate.Open()
	client, err := ownapi.NewClient()
	if err == nil {
		err = await.Until(ctx, "the pod of cluster DNS", controllersPatience, every, func(ctx context.Context) error {
			return client.HasReadyDNS(ctx, since)
		})
	}
	log.Printf("letting the controllers go: %v", err)
}
