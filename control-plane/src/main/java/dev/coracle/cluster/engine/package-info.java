/**
 * The port to a container engine: the few verbs this product needs, in the engine's own words. The
 * engine is the only database: labels say what belongs to which cluster.
 */
package dev.coracle.cluster.engine;
