package dev.coracle.cluster.image.load;

/**
 * A part of an image in an archive.
 *
 * @param digest {@code sha256:...} of its bytes
 * @param size in bytes
 * @param content opens it
 */
record ArchiveBlob(String digest, long size, RegistryClient.Content content) {}
