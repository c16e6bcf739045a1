/**
 * What a user sees: progress, tables, data and problems. Records of the library enter; text, JSON
 * or YAML leaves on the console's streams.
 */
package dev.coracle.launcher.output;
