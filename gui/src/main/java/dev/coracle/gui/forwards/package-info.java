/** Ports of this machine that lead to single pods, for as long as the window lives. */
package dev.coracle.gui.forwards;
