// Package autopause freezes a node that nobody uses, and thaws it for the next who does.
//
// The edges tell it every few seconds whether somebody is connected (see server.go). Nothing that they say makes it freeze: it
// does so by itself when none of them told of a user for the time that is set, and one of them is there to wake it. What is
// frozen is everything but the supervisor and this service: kubelet, containerd, and the pods, the control plane's among them.
package autopause
