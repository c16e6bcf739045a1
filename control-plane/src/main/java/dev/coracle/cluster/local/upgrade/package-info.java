/**
 * Another Kubernetes version or node image, node by node, and the way back where a node fails. A
 * start asks {@code HalfUpgrade} what it must know of one that was cut short. See
 * docs/decisions/upgrade.md.
 */
package dev.coracle.cluster.local.upgrade;
