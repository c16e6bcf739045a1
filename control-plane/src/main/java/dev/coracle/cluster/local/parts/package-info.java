/**
 * The parts of a cluster as the engine holds them: found by their labels, kept for one change at a
 * time, and what opens the cluster: its authorities and credentials, its API, its kubeconfig entry.
 */
package dev.coracle.cluster.local.parts;
