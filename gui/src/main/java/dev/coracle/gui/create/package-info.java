/**
 * A new cluster: the form, checked by the library's own rules as the user types, and the command
 * and the file that would do the same.
 */
package dev.coracle.gui.create;
