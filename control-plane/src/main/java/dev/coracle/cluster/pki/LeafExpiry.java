package dev.coracle.cluster.pki;

import java.time.Instant;

/**
 * When a certificate that is no authority ends.
 *
 * @param path its file, below {@code /var/lib/coracle}
 * @param notAfter its last second
 */
public record LeafExpiry(String path, Instant notAfter) {}
