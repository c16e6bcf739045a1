/**
 * What is inside a cluster: kinds by discovery, a live table of each, and one object at a time with
 * its description, its YAML and what can be done to it. View models hold the state; a table row is
 * a few short texts, so that thousands of objects cost little.
 */
package dev.coracle.gui.explorer;
