package dev.coracle.cluster;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Kubernetes release.
 *
 * @param major the major version, 1
 * @param minor the minor version
 * @param patch the patch version
 */
public record KubernetesVersion(int major, int minor, int patch)
    implements Comparable<KubernetesVersion> {

  private static final Pattern FORM = Pattern.compile("v?(\\d+)\\.(\\d+)\\.(\\d+)");

  /**
   * Reads {@code v1.36.3} or {@code 1.36.3}.
   *
   * @throws ClusterException with {@link Problem.Code#UNKNOWN_KUBERNETES_VERSION} otherwise
   */
  public static KubernetesVersion parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.UNKNOWN_KUBERNETES_VERSION,
              "\"%s\" is not a Kubernetes version.".formatted(text),
              "Write it like v1.36.3; `coracle version` lists the known ones."));
    }
    return new KubernetesVersion(number(form, 1), number(form, 2), number(form, 3));
  }

  private static int number(Matcher form, int group) {
    return Integer.parseInt(form.group(group));
  }

  /** The minor release, for instance {@code v1.36}. */
  public String minorRelease() {
    return "v%d.%d".formatted(major, minor);
  }

  /** Whether Kubernetes supports the upgrade to another version: forward, and a minor at a time. */
  public boolean canBecome(KubernetesVersion other) {
    return other.compareTo(this) >= 0 && other.major == major && other.minor - minor <= 1;
  }

  @Override
  public int compareTo(KubernetesVersion other) {
    return java.util.Comparator.comparingInt(KubernetesVersion::major)
        .thenComparingInt(KubernetesVersion::minor)
        .thenComparingInt(KubernetesVersion::patch)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return "v%d.%d.%d".formatted(major, minor, patch);
  }
}
