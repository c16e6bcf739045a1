package dev.coracle.cluster.config;

/**
 * Something that is wrong in a file.
 *
 * @param place where
 * @param field which field, for instance {@code nodes.memory}; empty: the file as a whole
 * @param summary what is wrong, a sentence
 * @param advice what to do, a sentence
 */
public record FileError(Place place, String field, String summary, String advice) {}
