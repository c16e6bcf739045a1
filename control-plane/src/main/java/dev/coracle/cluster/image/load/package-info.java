/**
 * Brings images into the nodes of a cluster. References or an archive enter; only the layers that
 * the nodes lack travel, through a registry that exists as long as the load does.
 */
package dev.coracle.cluster.image.load;
