/** What the window says: texts in the user's language, and figures as a person reads them. */
package dev.coracle.gui.text;
