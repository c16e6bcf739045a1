package dev.coracle.cluster.pki;

import java.time.Instant;

/**
 * When a certificate is valid.
 *
 * @param notBefore its first second
 * @param notAfter its last second
 */
record Validity(Instant notBefore, Instant notAfter) {}
