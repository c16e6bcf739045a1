package dev.coracle.cluster.pki;

import dev.coracle.cluster.engine.FileSet;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * When the leaf certificates of a node end, those inside its kubeconfigs included.
 *
 * @param leaves every leaf, the first to end first
 */
public record CertificateExpiry(List<LeafExpiry> leaves) {

  /** Certificates are renewed by the next start when less than this remains. */
  public static final Duration RENEWAL = Duration.ofDays(90);

  private static final Pattern INLINED =
      Pattern.compile("(?m)^\\s*client-certificate-data:\\s*\"?([A-Za-z0-9+/=]+)\"?\\s*$");

  /** Keeps an immutable, sorted copy. */
  public CertificateExpiry {
    leaves = leaves.stream().sorted(Comparator.comparing(LeafExpiry::notAfter)).toList();
  }

  /**
   * Reads the files of a node; authorities and other files are passed over.
   *
   * @throws IllegalArgumentException when a certificate cannot be read
   */
  public static CertificateExpiry of(FileSet files) {
    return new CertificateExpiry(
        files.files().entrySet().stream()
            .flatMap(file -> leaf(file.getKey(), file.getValue().text()))
            .toList());
  }

  /** The first leaf to end. */
  public Optional<LeafExpiry> first() {
    return leaves.stream().findFirst();
  }

  /** The leaves that end before {@code now + remaining}. */
  public List<LeafExpiry> endingWithin(Duration remaining, Instant now) {
    return leaves.stream().filter(leaf -> leaf.notAfter().isBefore(now.plus(remaining))).toList();
  }

  /**
   * Whether a start should renew: a leaf has less than 90 days left, or less than a quarter of its
   * life when it was made for a shorter time than that.
   */
  public boolean isRenewalDue(Duration leafValidity, Instant now) {
    Duration quarter = leafValidity.dividedBy(4);
    boolean isShort = leafValidity.compareTo(RENEWAL) <= 0;
    return !endingWithin(isShort ? quarter : RENEWAL, now).isEmpty();
  }

  private static Stream<LeafExpiry> leaf(String path, String text) {
    if (path.endsWith(".crt")) {
      return leafOf(path, text);
    }
    Matcher inlined = INLINED.matcher(text);
    if (path.endsWith(".conf") && inlined.find()) {
      byte[] pem = Base64.getDecoder().decode(inlined.group(1));
      return leafOf(path, new String(pem, StandardCharsets.US_ASCII));
    }
    return Stream.empty();
  }

  private static Stream<LeafExpiry> leafOf(String path, String pem) {
    X509Certificate certificate = Certificates.read(pem);
    boolean isAuthority = certificate.getBasicConstraints() >= 0;
    return isAuthority
        ? Stream.empty()
        : Stream.of(new LeafExpiry(path, certificate.getNotAfter().toInstant()));
  }
}
