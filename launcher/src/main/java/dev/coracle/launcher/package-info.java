/** The command line: a command parses, makes one call of the service and prints. */
package dev.coracle.launcher;
