/** Files that the user chooses with the desktop's own dialog, behind an interface. */
package dev.coracle.gui.files;
