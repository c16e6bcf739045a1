/** Where the icon is shown: states and entries come in, clicks go out. One package per toolkit. */
package dev.coracle.tray.view;
