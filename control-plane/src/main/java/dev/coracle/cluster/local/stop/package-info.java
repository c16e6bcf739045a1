/**
 * How a cluster comes to rest: stopped, now or at a time that was set, paused by a person or by
 * itself, or removed with all that it has.
 */
package dev.coracle.cluster.local.stop;
