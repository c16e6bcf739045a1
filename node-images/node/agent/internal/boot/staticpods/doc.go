// Package staticpods starts etcd and the API server of a node before kubelet is there.
//
// Kubelet itself needs a while until it starts its static pods, and looks once a second whether the API server has told it
// of its Node: what the API server is late, all other pods are late in whole seconds. The containers are those that
// kubelet would make, in the words that its own packages have for them; it finds them running and keeps them, as after a
// restart of its own. Where that does not work, kubelet does it all.
package staticpods
