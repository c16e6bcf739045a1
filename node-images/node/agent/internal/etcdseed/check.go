package etcdseed

import (
	"fmt"
	"os"
	"time"

	"github.com/google/uuid"
)

// Check is the build's command: it fails where a snapshot holds anything that may not be prepared or cannot be renewed.
func Check(args []string) error {
	if len(args) != 1 {
		return fmt.Errorf("usage: check-seed SNAPSHOT")
	}
	copied, err := os.CreateTemp("", "seed-")
	if err != nil {
		return err
	}
	defer os.Remove(copied.Name())
	if err := copySnapshot(args[0], copied.Name()); err != nil {
		return err
	}
	return renewSnapshot(copied.Name(), identity{seed: uuid.New(), time: time.Now()})
}
