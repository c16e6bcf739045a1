/**
 * The certificates and keys of a cluster, in kubeadm's layout. Names and addresses of nodes enter;
 * the files of each node and the user's credential leave. All keys are ECDSA P-256.
 */
package dev.coracle.cluster.pki;
