/**
 * The machine that Coracle runs on: its folders, signals, terminal and kubectl. Nothing here knows
 * a command.
 */
package dev.coracle.launcher.host;
