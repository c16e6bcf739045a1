/** The window: shows clusters and runs them, through the cluster service alone. */
package dev.coracle.gui;
