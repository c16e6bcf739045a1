/** The window itself: the sidebar, the page beside it, dialogs, notes, theme and shortcuts. */
package dev.coracle.gui.shell;
