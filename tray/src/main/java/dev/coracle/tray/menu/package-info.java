/**
 * The menu without a toolkit: clusters and the state of Docker come in, a state for the icon and a
 * tree of entries go out. Entries carry commands as data; who draws them hands these back.
 */
package dev.coracle.tray.menu;
