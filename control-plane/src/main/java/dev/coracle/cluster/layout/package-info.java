/**
 * What the parts of a cluster are called, where they are, and how that is written down. The engine
 * is the database: labels hold what never changes, and the spec, which does, is the label of an
 * empty volume.
 */
package dev.coracle.cluster.layout;
