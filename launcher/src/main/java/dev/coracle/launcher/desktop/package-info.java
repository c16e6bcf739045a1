/**
 * Puts the window and the status icon together as one application, and leaves the rest to the OS.
 */
package dev.coracle.launcher.desktop;
