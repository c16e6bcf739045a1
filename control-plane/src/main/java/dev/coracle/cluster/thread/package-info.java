/** The threads on which the library waits. */
package dev.coracle.cluster.thread;
