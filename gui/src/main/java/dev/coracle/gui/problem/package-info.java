/** How the window shows that something went wrong: what, why, what next, and the details. */
package dev.coracle.gui.problem;
