/**
 * The cluster service on the local engine: what is there is read from the engine's labels, and
 * every change is a plan whose steps ensure what should be.
 */
package dev.coracle.cluster.local;
