package dev.coracle.cluster;

import java.util.Map;
import java.util.stream.Stream;

/**
 * The proxies through which nodes reach the outside.
 *
 * @param http the proxy for plain HTTP, or nothing
 * @param https the proxy for HTTPS, or nothing
 * @param none what is reached without one, separated by commas; the cluster's own addresses need
 *     not be named
 */
public record ProxySettings(String http, String https, String none) {

  /** No proxy. */
  public static final ProxySettings NONE = new ProxySettings("", "", "");

  /** What the usual variables of an environment say, in capitals or not. */
  public static ProxySettings of(Map<String, String> environment) {
    String http = variable(environment, "http_proxy");
    String https = variable(environment, "https_proxy");
    return http.isEmpty() && https.isEmpty()
        ? NONE
        : new ProxySettings(http, https, variable(environment, "no_proxy"));
  }

  private static String variable(Map<String, String> environment, String name) {
    return Stream.of(name, name.toUpperCase(java.util.Locale.ROOT))
        .map(key -> environment.getOrDefault(key, ""))
        .filter(value -> !value.isBlank())
        .findFirst()
        .orElse("")
        .strip();
  }

  @Override
  public String toString() {
    return Stream.of("http " + http, "https " + https, "none for " + none)
        .filter(part -> !part.endsWith(" "))
        .reduce((one, other) -> one + ", " + other)
        .orElse("none");
  }
}
