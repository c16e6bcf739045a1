package autopause

import (
	"context"
	"log"
	"net"
	"strconv"
	"sync"
	"time"

	"dev.coracle/node/internal/boot/env"
)

// keepEvery is shorter than any idle time.
const keepEvery = 4 * time.Second

// KeepOthersAwake has the other nodes serve until the context ends: one that boots among frozen nodes would wait for their
// API server and DNS for ever.
func KeepOthersAwake(ctx context.Context, node env.Node) {
	if idle, err := parse(node.AutoPause); err != nil || idle == 0 {
		return
	}
	var addresses []string
	for _, peer := range node.Peers {
		addresses = append(addresses, net.JoinHostPort(peer.Address, strconv.Itoa(Port)))
	}
	keepAwake(ctx, addresses, keepEvery)
}

func keepAwake(ctx context.Context, addresses []string, every time.Duration) {
	for {
		tellAll(addresses)
		select {
		case <-ctx.Done():
			return
		case <-time.After(every):
		}
	}
}

// tellAll does not mind nodes that boot, or have gone.
func tellAll(addresses []string) {
	var told sync.WaitGroup
	for _, address := range addresses {
		told.Go(func() {
			if err := Tell(address, keepEvery); err != nil {
				log.Printf("not told that this node boots: %v", err)
			}
		})
	}
	told.Wait()
}
