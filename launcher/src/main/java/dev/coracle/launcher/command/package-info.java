/** One class a command: it parses, makes one call of the library, and prints. */
package dev.coracle.launcher.command;
