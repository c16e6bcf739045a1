// Package registry receives images that are pushed to a cluster: an HTTP registry that exists for one load, keeps
// nothing of its own, and puts what it is given straight into containerd.
//
// A push sends only the layers that the registry says it lacks. Here a layer counts as present when it lies packed in
// the content store or unpacked in a snapshot of any image: containerd throws packed layers away once they are
// unpacked, but the images' manifests and configurations still tell which snapshot was which layer. What is present
// under another parent is linked, not copied.
//
// One node of the cluster answers the engine and passes everything on to the registries of the others (fanout.go), so
// that a layer leaves the engine once, whatever the number of nodes.
package registry
