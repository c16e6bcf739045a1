package dev.coracle.gui;

/**
 * A library that is inside the program.
 *
 * @param name its name
 * @param version its version; empty where it comes with something else
 * @param licence its licences, by their SPDX identifiers where they have one
 */
public record Library(String name, String version, String licence) {}
