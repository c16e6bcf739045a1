/** Every cluster at a glance: what the library tells of them, and the page of cards. */
package dev.coracle.gui.clusters;
