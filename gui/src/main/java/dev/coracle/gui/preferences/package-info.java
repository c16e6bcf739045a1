/**
 * How a person wants the program: its look, its language, how it begins, and what it defaults to.
 */
package dev.coracle.gui.preferences;
