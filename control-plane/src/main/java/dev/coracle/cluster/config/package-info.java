/**
 * Clusters as files: the format {@code coracle.dev/v1} read strictly and written, other tools'
 * files turned into it, and the difference between two specs as a list of changes.
 */
package dev.coracle.cluster.config;
