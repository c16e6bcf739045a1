/** What this program is, which version runs, and what it is made of. */
package dev.coracle.gui.about;
