/** Bare nodes, whose Kubernetes is the user's own: what pages say while there is none. */
package dev.coracle.gui.bare;
