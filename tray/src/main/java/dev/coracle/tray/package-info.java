/** The status icon: one look tells how the clusters are, one click runs them. */
package dev.coracle.tray;
