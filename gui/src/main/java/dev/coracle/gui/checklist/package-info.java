/** How an operation is drawn: its steps with their times, then what became of it. */
package dev.coracle.gui.checklist;
