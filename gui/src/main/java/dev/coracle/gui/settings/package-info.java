/** What of a cluster can be changed while it runs, and what cannot. */
package dev.coracle.gui.settings;
