package kubelet

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
	"time"

	"dev.coracle/node/internal/boot/await"
	"dev.coracle/node/internal/boot/service"
)

const (
	// health and server are kubelet's own defaults; the API server reaches pods through the second.
	health = "http://127.0.0.1:10248/healthz"
	server = "127.0.0.1:10250"

	restartTimeout = 30 * time.Second
	podsTimeout    = 20 * time.Second
	askEvery       = 50 * time.Millisecond
)

// Restart has kubelet read its settings anew and returns when it answers and knows its pods, so that what is asked of the
// node next finds it well. One that is down stays down, and one that keeps ending is left to its supervisor.
func Restart() error { return RestartAround(func() error { return nil }) }

// RestartAround does the same, and something else while kubelet is away, which starts again also when that fails.
func RestartAround(action func() error) error {
	if answers(context.Background()) != nil {
		return errors.Join(action(), service.Restart(service.Kubelet))
	}
	if err := service.StopAndWait(service.Kubelet); err != nil {
		return err
	}
	if err := errors.Join(action(), service.Start(service.Kubelet)); err != nil {
		return err
	}
	ctx := context.Background()
	if err := await.Until(ctx, "kubelet", restartTimeout, askEvery, answers); err != nil {
		return err
	}
	if err := awaitPods(ctx); err != nil {
		// Without the API it hears of none but static pods, and is well all the same.
		log.Print(err)
	}
	return nil
}

func answers(context.Context) error {
	client := http.Client{Timeout: time.Second}
	response, err := client.Get(health)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return errors.New(response.Status)
	}
	connection, err := net.DialTimeout("tcp", server, time.Second)
	if err != nil {
		return err
	}
	return connection.Close()
}
