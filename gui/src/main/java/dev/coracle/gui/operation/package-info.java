/**
 * What is being done to clusters: one operation per cluster at a time, drawn as the checklist of
 * its steps. It goes on when nobody looks.
 */
package dev.coracle.gui.operation;
