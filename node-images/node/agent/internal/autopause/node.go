package autopause

import (
	"errors"
	"log"
	"time"

	"dev.coracle/node/internal/boot/env"
	"dev.coracle/node/internal/boot/network"
	"dev.coracle/node/internal/boot/service"
)

// mark is gone after a boot, as what it tells of.
const mark = env.RunFolder + "/auto-paused"

// belated is how long kubelet and the controllers, awake again, are kept from the API server. Their timers have all run out:
// kubelet would report at once that it last heard of containerd a long time ago, and the node controller that it last heard of
// kubelet then, and pods of nodes that are not ready get no traffic. Refused, they give up and look again when they know better.
const belated = 300 * time.Millisecond

// freezable is what can be frozen as one.
type freezable interface {
	freeze() error
	thaw() error
	isFrozen() bool
}

// node is everything in it but the supervisor and this service.
type node struct {
	pods           freezable
	pause, proceed func(service string) error
	refuse, admit  func() error
}

func thisNode(settings env.Node) node {
	return node{
		pods: podsOf(cgroupRoot, mark), pause: service.Pause, proceed: service.Continue,
		refuse: func() error { return network.RefuseAPI(settings) },
		admit:  func() error { return network.AdmitAPI(settings) },
	}
}

// freeze begins with kubelet, which would take a containerd that is silent, or a pod that is, for a failure.
func (n node) freeze() error {
	err := errors.Join(n.pause(service.Kubelet), n.pause(service.Containerd))
	if err == nil {
		err = n.pods.freeze()
	}
	if err != nil {
		return errors.Join(err, n.thaw())
	}
	return nil
}

// thaw goes the way back, as far as it can.
func (n node) thaw() error {
	return errors.Join(n.proceed(service.Containerd), n.pods.thaw(), n.proceed(service.Kubelet))
}

// wake thaws a node that goes on serving.
func (n node) wake() error {
	err := errors.Join(n.refuse(), n.thaw())
	time.AfterFunc(belated, func() {
		if err := n.admit(); err != nil {
			log.Printf("own programs are kept from the API server: %v", err)
		}
	})
	return err
}

// end thaws a node that is to be stopped, or never to be frozen again.
func (n node) end() error { return errors.Join(n.thaw(), n.admit()) }

func (n node) isFrozen() bool { return n.pods.isFrozen() }

// IsFrozen tells whether this node is.
func IsFrozen() bool { return podsOf(cgroupRoot, mark).isFrozen() }
