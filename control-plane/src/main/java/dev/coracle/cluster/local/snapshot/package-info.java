/**
 * Whole clusters copied: saved, restored in place, cloned under another name, and carried in files.
 * See docs/decisions/snapshots.md.
 */
package dev.coracle.cluster.local.snapshot;
