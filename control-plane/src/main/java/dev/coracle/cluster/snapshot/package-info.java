/**
 * Copies nodes' volumes: a container of the node image mounts them and runs a script. What is to be
 * copied when is decided elsewhere.
 */
package dev.coracle.cluster.snapshot;
