/**
 * The images that nodes are made from: found, built, saved and loaded in the local engine. Versions
 * enter, references leave; what building needs to know is in {@link dev.coracle.image}.
 */
package dev.coracle.cluster.image;
