/**
 * What the window says: its own texts and the library's in the user's language, and figures as a
 * person reads them.
 */
package dev.coracle.gui.text;
