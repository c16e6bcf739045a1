/** What may keep clusters from working on this machine: looked at, explained, mended. */
package dev.coracle.gui.diagnostics;
