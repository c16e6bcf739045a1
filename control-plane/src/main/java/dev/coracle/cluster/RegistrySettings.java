package dev.coracle.cluster;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * From where nodes pull images.
 *
 * @param mirrors the addresses that are asked before a registry, by its name; {@code *} stands for
 *     every registry
 * @param insecure registries that speak plain HTTP or have a certificate that nobody vouches for
 */
public record RegistrySettings(
    SortedMap<String, List<String>> mirrors, SortedSet<String> insecure) {

  /** Every registry itself. */
  public static final RegistrySettings NONE =
      new RegistrySettings(Collections.emptySortedMap(), Collections.emptySortedSet());

  /** The name that stands for every registry. */
  public static final String ANY = "*";

  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?(:\\d{1,5})?");

  /**
   * @throws ClusterException with {@link Problem.Code#INVALID_SPEC} when a name or an address is
   *     none
   */
  public RegistrySettings {
    SortedMap<String, List<String>> copy = new TreeMap<>();
    mirrors.forEach((registry, addresses) -> copy.put(registry, List.copyOf(addresses)));
    mirrors = Collections.unmodifiableSortedMap(copy);
    insecure = Collections.unmodifiableSortedSet(new TreeSet<>(insecure));
    mirrors.keySet().stream()
        .filter(name -> !name.equals(ANY))
        .forEach(RegistrySettings::checkHost);
    mirrors.values().forEach(addresses -> addresses.forEach(RegistrySettings::checkAddress));
    insecure.forEach(RegistrySettings::checkHost);
  }

  private static void checkHost(String name) {
    if (!HOST.matcher(name).matches()) {
      throw invalid(
          "\"%s\" is not a registry.".formatted(name),
          "Write a host and, where it has one, its port: registry.example:5000.");
    }
  }

  private static void checkAddress(String address) {
    try {
      URI uri = new URI(address);
      if (List.of("http", "https").contains(uri.getScheme()) && uri.getHost() != null) {
        return;
      }
    } catch (URISyntaxException _) {
      // Told below, as any other text that is no address.
    }
    throw invalid(
        "\"%s\" is not a mirror's address.".formatted(address),
        "Write http://HOST:PORT or https://HOST.");
  }

  /** One more mirror of a registry, asked after those before it. */
  public RegistrySettings withMirror(String registry, String address) {
    SortedMap<String, List<String>> more = new TreeMap<>(mirrors);
    more.merge(
        registry,
        List.of(address),
        (old, one) -> Stream.concat(old.stream(), one.stream()).distinct().toList());
    return new RegistrySettings(more, insecure);
  }

  /** One more registry that is not secure. */
  public RegistrySettings withInsecure(String registry) {
    SortedSet<String> more = new TreeSet<>(insecure);
    more.add(registry);
    return new RegistrySettings(mirrors, more);
  }

  private static ClusterException invalid(String summary, String advice) {
    return new ClusterException(Problem.of(Problem.Code.INVALID_SPEC, summary, advice));
  }
}
