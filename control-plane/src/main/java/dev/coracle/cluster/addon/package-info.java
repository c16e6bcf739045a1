/**
 * What a cluster holds from its first second: its user's rights, cluster DNS, kube-proxy, the
 * default StorageClass and metrics-server. Templates and the cluster's own values enter; objects to
 * apply leave.
 */
package dev.coracle.cluster.addon;
