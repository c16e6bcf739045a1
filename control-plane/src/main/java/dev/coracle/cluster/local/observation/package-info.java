/**
 * What is seen of clusters without a change: how they are, what to warn of, the events of their
 * lives, and the logs of their nodes.
 */
package dev.coracle.cluster.local.observation;
