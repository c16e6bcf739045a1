/** What every page needs of the window around it: dialogs, notes, the clipboard, icons. */
package dev.coracle.gui.desk;
