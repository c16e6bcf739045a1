package dev.coracle.cluster;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

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

  /**
   * One proxy for everything.
   *
   * @param address its URL
   * @param none what is reached without it, separated by commas
   * @throws ClusterException with {@link Problem.Code#INVALID_SPEC} when nodes could not reach it
   */
  public static ProxySettings of(String address, String none) {
    ProxySettings proxy = new ProxySettings(address, address, none);
    if (host(address).isEmpty()) {
      throw invalid(
          "\"%s\" is no address of a proxy.".formatted(address),
          "Write http://HOST:PORT, or none.");
    }
    proxy
        .onLoopback()
        .ifPresent(
            it -> {
              throw invalid(
                  "Nodes cannot reach the proxy %s of this machine alone.".formatted(it),
                  "Let it listen at an address that other machines reach, and name that.");
            });
    return proxy;
  }

  /** The proxy that only this machine can reach, and its nodes cannot, if one is such. */
  public Optional<String> onLoopback() {
    return Stream.of(http, https)
        .filter(
            address -> !address.isEmpty() && host(address).filter(LOOPBACK::contains).isPresent())
        .findFirst();
  }

  private static Optional<String> host(String address) {
    try {
      return Optional.ofNullable(
          URI.create(address.contains("://") ? address : "http://" + address).getHost());
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static ClusterException invalid(String summary, String advice) {
    return new ClusterException(Problem.of(Problem.Code.INVALID_SPEC, summary, advice));
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
