/** What a cluster becomes without its user's commands: a newer version, and stopped at a time. */
package dev.coracle.gui.upkeep;
