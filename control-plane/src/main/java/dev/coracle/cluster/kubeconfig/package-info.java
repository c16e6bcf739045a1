/**
 * The kubeconfig files of the user. An entry for a cluster enters; what leaves is the same text
 * with that entry in it, every other byte as it was. Files are edited as text: a parser only tells
 * where things are.
 */
package dev.coracle.cluster.kubeconfig;
