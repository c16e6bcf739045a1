/** One object of a cluster: described as a person reads it, as YAML, its log, and its verbs. */
package dev.coracle.gui.explorer.object;
