/**
 * What a cluster is and what can be done with it. Specs and requests enter through {@link
 * dev.coracle.cluster.ClusterService}; clusters, progress and problems leave it.
 */
package dev.coracle.cluster;
