/** The nodes of one cluster: how they are, what they use, and what changes them. */
package dev.coracle.gui.nodes;
