package await

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"
)

func TestUntilTellsTheLastFailure(t *testing.T) {
	err := Until(context.Background(), "it", 5*time.Millisecond, time.Millisecond, func(context.Context) error {
		return errors.New("closed")
	})
	if err == nil || !strings.Contains(err.Error(), "it is not ready after 5ms: closed") {
		t.Errorf("got %v", err)
	}
}

func TestUntilTriesAgain(t *testing.T) {
	tries := 0
	err := Until(context.Background(), "it", time.Minute, time.Millisecond, func(context.Context) error {
		if tries++; tries < 3 {
			return errors.New("not yet")
		}
		return nil
	})
	if err != nil || tries != 3 {
		t.Errorf("got %v after %d tries", err, tries)
	}
}
