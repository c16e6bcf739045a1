package stop

import (
	"context"
	"log"
	"time"

	"dev.coracle/node/internal/boot/event"
	"dev.coracle/node/internal/boot/halt"
	"dev.coracle/node/internal/boot/service"
)

// Later is a service of its own: it waits for the node's time and then ends what a stop ends, apart from PID 1.
func Later([]string) error {
	event.OpenLog()
	if !halt.Await(halt.Scheduled, time.Sleep) {
		return nil
	}
	endAll()
	if err := stopSandboxes(context.Background()); err != nil {
		log.Printf("sandboxes: %v", err)
	}
	for _, name := range []string{service.Boot, service.Containerd} {
		if err := service.Stop(name); err != nil {
			return err
		}
	}
	event.Emit("halted", nil)
	return halt.WriteMark()
}
