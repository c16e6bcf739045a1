// Package etcdseed starts a cluster from a prepared etcd snapshot: the cluster-scoped objects that every API server
// writes when it first runs. Identities and times in it are renewed, so that no two clusters share them.
//
// Check is the image build's part, Restore the one of a control plane's first boot.
package etcdseed
