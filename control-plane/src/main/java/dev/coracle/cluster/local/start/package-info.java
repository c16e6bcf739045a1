/**
 * How a cluster comes to serve: made anew, or brought back from what is there, with options that
 * may have changed.
 */
package dev.coracle.cluster.local.start;
