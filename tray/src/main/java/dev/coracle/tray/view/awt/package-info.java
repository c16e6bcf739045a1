/** The icon in AWT's system tray: macOS, Windows, and Linux panels that know nothing newer. */
package dev.coracle.tray.view.awt;
