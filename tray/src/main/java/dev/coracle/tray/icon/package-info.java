/** How the icon looks: a state and a size come in, pixels go out. */
package dev.coracle.tray.icon;
