/** One cluster: its overview, what it uses, its logs, and how kubectl reaches it. */
package dev.coracle.gui.cluster;
