/**
 * What is being done to clusters: one operation per cluster at a time, as the steps that it
 * announced. It goes on when nobody looks.
 */
package dev.coracle.gui.operation;
