/**
 * The port to a cluster's API while it is built: get, apply, patch, watch and delete. Objects are
 * JSON trees; a few typed names address them. The only adapter speaks HTTPS by the Java runtime's
 * own client, which loads in a fraction of a full client library's time.
 */
package dev.coracle.cluster.kube;
