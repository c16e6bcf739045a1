/**
 * The two sides of the window: blocking work on virtual threads, and what may touch views on the
 * one thread that draws. Everything that crosses goes through here.
 */
package dev.coracle.gui.async;
