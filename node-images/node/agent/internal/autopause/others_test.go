package autopause

import (
	"context"
	"testing"
	"time"
)

func TestANodeThatBootsWakesTheOthersAndKeepsThemAwake(t *testing.T) {
	frozen, gone := newScene(&toy{frozen: true}), "127.0.0.1:1"
	address := listening(t, frozen.guard)
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan bool)
	go func() {
		keepAwake(ctx, []string{gone, address}, time.Millisecond)
		close(ended)
	}()

	for range 2 {
		frozen.mutex.Lock()
		before := frozen.used
		frozen.mutex.Unlock()
		for deadline := time.Now().Add(5 * time.Second); ; time.Sleep(time.Millisecond) {
			frozen.mutex.Lock()
			used := frozen.used.After(before) && !frozen.toy.frozen
			frozen.mutex.Unlock()
			if used {
				break
			}
			if time.Now().After(deadline) {
				t.Fatal("the other node heard nothing")
			}
		}
	}
	cancel()
	<-ended
}
