/**
 * The port to a cluster's API while it is built: get, apply, patch, watch and delete. Objects are
 * JSON trees; a few typed names address them. The only adapter speaks HTTPS by the Java runtime's
 * own client, which loads in a fraction of a full client library's time.
 *
 * <p>The same client also serves {@link dev.coracle.cluster.resources}, the port for people who
 * look inside: tables as the server prints them, discovery, logs.
 */
package dev.coracle.cluster.kube;
