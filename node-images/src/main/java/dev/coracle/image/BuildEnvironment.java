package dev.coracle.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a machine adds to a build so that downloads work from there. None of it reaches the image.
 *
 * @param baseImage the image to build upon, if the user named one
 * @param authorities a PEM file of certificates that the build stages trust
 * @param proxies the proxy variables of the user's environment
 */
public record BuildEnvironment(
    Optional<String> baseImage, Optional<Path> authorities, Map<String, String> proxies) {

  /** The variable that names the image to build upon. */
  public static final String BASE_IMAGE = "CORACLE_BASE_IMAGE";

  /** The variable that names a file of certificates to trust. */
  public static final String CA_BUNDLE = "CORACLE_CA_BUNDLE";

  private static final List<String> PROXIES =
      List.of("HTTP_PROXY", "HTTPS_PROXY", "FTP_PROXY", "NO_PROXY", "ALL_PROXY");

  /** Where Linux distributions keep the certificates that the machine trusts. */
  private static final List<Path> SYSTEM_BUNDLES =
      List.of(
          Path.of("/etc/ssl/certs/ca-certificates.crt"),
          Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
          Path.of("/etc/ssl/ca-bundle.pem"));

  /** Keeps an immutable copy. */
  public BuildEnvironment {
    proxies = Map.copyOf(proxies);
  }

  /**
   * Reads the user's environment. Without {@link #CA_BUNDLE} the build trusts what the machine
   * trusts, which is what a company's proxy needs and changes nothing elsewhere.
   */
  public static BuildEnvironment of(Map<String, String> variables) {
    return new BuildEnvironment(
        set(variables, BASE_IMAGE),
        set(variables, CA_BUNDLE).map(Path::of).or(BuildEnvironment::systemBundle),
        proxies(variables));
  }

  /** The same with another bundle. */
  public BuildEnvironment withAuthorities(Path bundle) {
    return new BuildEnvironment(baseImage, Optional.of(bundle), proxies);
  }

  /**
   * The certificates.
   *
   * @throws NodeImageException when the file cannot be read
   */
  Optional<byte[]> readAuthorities() {
    return authorities.map(BuildEnvironment::read);
  }

  private static byte[] read(Path bundle) {
    try {
      return Files.readAllBytes(bundle);
    } catch (IOException e) {
      throw new NodeImageException(
          "The certificates in %s cannot be read.".formatted(bundle),
          "Name a PEM file with --ca-bundle or %s.".formatted(CA_BUNDLE),
          "",
          e);
    }
  }

  private static Optional<Path> systemBundle() {
    return SYSTEM_BUNDLES.stream().filter(Files::isReadable).findFirst();
  }

  /** Both spellings are in use; the lower one wins, as it does with curl. */
  private static Map<String, String> proxies(Map<String, String> variables) {
    Map<String, String> found = new TreeMap<>();
    for (String name : PROXIES) {
      String lower = name.toLowerCase(java.util.Locale.ROOT);
      set(variables, lower)
          .or(() -> set(variables, name))
          .ifPresent(value -> found.put(name, value));
    }
    return found;
  }

  private static Optional<String> set(Map<String, String> variables, String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }
}
