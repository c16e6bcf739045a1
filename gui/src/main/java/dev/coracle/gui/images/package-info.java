/** The images that a cluster's nodes hold: seen, loaded from the engine or a file, removed. */
package dev.coracle.gui.images;
