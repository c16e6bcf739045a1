package dev.coracle.cluster.diagnostics;

/**
 * A check and what it found.
 *
 * @param id the check's stable name
 * @param title what a person calls it
 * @param finding what it found
 */
public record Diagnosis(String id, String title, Finding finding) {}
