/**
 * What an operation tells while it runs: first every step it will take, then what becomes of each.
 * Plain data, so that a terminal, a window and a log can draw the same.
 */
package dev.coracle.cluster.progress;
