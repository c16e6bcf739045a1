/**
 * The port to whatever is inside a cluster: objects of every kind that its API server serves,
 * listed as kubectl lists them, watched, read, changed, and the logs of its pods. Front ends see
 * plain values; how they travel is the adapter's business ({@code cluster.kube}).
 */
package dev.coracle.cluster.resources;
