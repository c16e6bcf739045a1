package dev.coracle.cluster;

import java.util.regex.Pattern;

/**
 * The name of a cluster: a DNS label, since it becomes part of container, network and host names.
 *
 * @param value 1 to 40 lower-case letters, digits and hyphens, beginning with a letter
 */
public record ClusterName(String value) implements Comparable<ClusterName> {

  private static final Pattern VALID = Pattern.compile("[a-z]([a-z0-9-]{0,38}[a-z0-9])?");

  /** The name that is used when the user gives none. */
  public static final ClusterName DEFAULT = new ClusterName("coracle");

  /**
   * @throws ClusterException with {@link Problem.Code#INVALID_NAME} when the value is no DNS label
   */
  public ClusterName {
    if (!VALID.matcher(value).matches()) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.INVALID_NAME,
              "\"%s\" is not a valid cluster name.".formatted(value),
              "Use 1 to 40 lower-case letters, digits and hyphens, beginning with a letter, for"
                  + " instance \"demo\"."));
    }
  }

  /** The name of this cluster's kubeconfig context, cluster and user. */
  public String context() {
    return "coracle-" + value;
  }

  @Override
  public int compareTo(ClusterName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
