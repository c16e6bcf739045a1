/**
 * Whole clusters that were saved: of one cluster on its page, and of those that are gone where a
 * cluster is brought back.
 */
package dev.coracle.gui.snapshots;
