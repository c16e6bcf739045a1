package autopause

import (
	"errors"
	"fmt"
	"strconv"
	"time"

	"dev.coracle/node/internal/boot/env"
	"dev.coracle/node/internal/boot/service"
)

// parse reads the seconds of node.env's AUTO_PAUSE; 0 or nothing: never.
func parse(seconds string) (time.Duration, error) {
	if seconds == "" {
		return 0, nil
	}
	count, err := strconv.Atoi(seconds)
	if err != nil || count < 0 {
		return 0, fmt.Errorf("AUTO_PAUSE: no number of seconds: %s", seconds)
	}
	return time.Duration(count) * time.Second, nil
}

// Apply has the service do what node.env says, which has changed.
func Apply([]string) error {
	node, err := env.Load()
	if err != nil {
		return err
	}
	if err := off(node); err != nil {
		return err
	}
	return On(node)
}

// On starts the service if the node's settings want it.
func On(node env.Node) error {
	idle, err := parse(node.AutoPause)
	if err != nil || idle == 0 {
		return err
	}
	return service.Start(service.AutoPause)
}

// End ends the service for good, with the node awake: what is frozen takes no signal.
func End() error {
	node, err := env.Load()
	if err != nil || (node.AutoPause == "0" && !IsFrozen()) {
		return err
	}
	return off(node)
}

// off also thaws a node whose service has died.
func off(node env.Node) error {
	return errors.Join(service.StopAndWait(service.AutoPause), thisNode(node).end())
}
