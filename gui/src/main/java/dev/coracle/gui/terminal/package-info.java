/**
 * A terminal in a container. The emulator is JediTermFX; what is here connects it to the cluster.
 */
package dev.coracle.gui.terminal;
