/** How the parts of a control plane are, and what a cluster has reported lately. */
package dev.coracle.gui.health;
