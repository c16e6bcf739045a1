package autopause

import (
	"context"
	"errors"
	"log"
	"net"
	"os/signal"
	"strconv"
	"syscall"
	"time"

	"dev.coracle/node/internal/boot/env"
	"dev.coracle/node/internal/boot/event"
)

// Run is the service. SIGTERM ends it, with the node awake.
func Run([]string) error {
	event.OpenLog()
	settings, err := env.Load()
	if err != nil {
		return err
	}
	idle, err := parse(settings.AutoPause)
	if err != nil {
		return err
	}
	if idle == 0 {
		return errors.New("it is not set")
	}
	port, err := net.Listen("tcp", net.JoinHostPort(settings.IP, strconv.Itoa(Port)))
	if err != nil {
		return err
	}
	node := thisNode(settings)
	// One that died may have left its refusal.
	if err := node.admit(); err != nil {
		return err
	}
	guard := newGuard(node, idle, func() bool { return hasVisitor("/proc") })
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	go watch(ctx, guard)
	go func() {
		<-ctx.Done()
		port.Close()
	}()
	if err := serve(port, guard); err != nil {
		log.Printf("serving: %v", err)
	}
	return guard.end()
}

// watch has the guard consider its node when it is time to.
func watch(ctx context.Context, guard *guard) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(guard.consider(time.Now())):
		}
	}
}
