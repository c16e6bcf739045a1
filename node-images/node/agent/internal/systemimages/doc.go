// Package systemimages puts the images that Kubernetes itself needs into a node without copying them.
//
// Preload runs while the node image is built: it lays each layer out as a folder under /image/layers, describes the
// images in /image/catalogue.json, and makes a containerd state that refers to both. Reconcile runs at every boot and
// brings a volume made by another node image up to this one; Retain runs before such a change.
package systemimages
