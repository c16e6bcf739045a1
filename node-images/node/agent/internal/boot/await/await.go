// Package await tries something again and again until it works.
package await

import (
	"context"
	"fmt"
	"time"
)

// Until tries until it works. The last failure is told when time is over.
func Until(ctx context.Context, what string, timeout, every time.Duration, try func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	for {
		err := try(ctx)
		if err == nil {
			return nil
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("%s is not ready after %v: %w", what, timeout, err)
		case <-ticker.C:
		}
	}
}
