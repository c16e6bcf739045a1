package dev.coracle.cluster;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A port of the host that leads to the same port number, or another, on the cluster's nodes.
 *
 * @param hostPort the port on 127.0.0.1; 0 lets the engine choose
 * @param nodePort the port on the nodes, usually a Service's nodePort
 * @param protocol TCP or UDP
 * @param pool the only nodes that it leads to: a pool of workers by its name, or {@code
 *     control-plane}; empty: all nodes
 */
public record PortMapping(int hostPort, int nodePort, Protocol protocol, Optional<String> pool) {

  private static final Pattern FORM =
      Pattern.compile("(\\d{1,5})(?::(\\d{1,5}))?(?:/(tcp|udp))?(?:@([-a-z0-9]+))?");

  /** A transport protocol. */
  public enum Protocol {
    TCP,
    UDP;

    /** The word in options and files. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether it carries datagrams. */
  public boolean isUdp() {
    return protocol == Protocol.UDP;
  }

  /** A port that leads to every node. */
  public PortMapping(int hostPort, int nodePort, Protocol protocol) {
    this(hostPort, nodePort, protocol, Optional.empty());
  }

  /** Checks the port numbers. */
  public PortMapping {
    if (hostPort < 0 || hostPort > 65535 || nodePort < 1 || nodePort > 65535) {
      throw invalid("%d:%d".formatted(hostPort, nodePort));
    }
  }

  /**
   * Reads {@code 8080:30080}, {@code 30080} (the same on both sides) or {@code 5353:30053/udp},
   * each with {@code @POOL} behind it where it leads to some nodes only.
   *
   * @throws ClusterException with {@link Problem.Code#INVALID_SPEC} otherwise
   */
  public static PortMapping parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw invalid(text);
    }
    int host = Integer.parseInt(form.group(1));
    int node = form.group(2) == null ? host : Integer.parseInt(form.group(2));
    Protocol protocol = "udp".equals(form.group(3)) ? Protocol.UDP : Protocol.TCP;
    return new PortMapping(host, node, protocol, Optional.ofNullable(form.group(4)));
  }

  /** The same at another port of the host. */
  public PortMapping at(int otherHostPort) {
    return new PortMapping(otherHostPort, nodePort, protocol, pool);
  }

  /** The same to the nodes of this pool alone, or to control planes. */
  public PortMapping to(String nodes) {
    return new PortMapping(hostPort, nodePort, protocol, Optional.of(nodes));
  }

  private static ClusterException invalid(String text) {
    return new ClusterException(
        Problem.of(
            Problem.Code.INVALID_SPEC,
            "\"%s\" is not a port mapping.".formatted(text),
            "Write HOST:NODE, for instance 8080:30080, 5353:30053/udp or 8080:30080@POOL."));
  }

  @Override
  public String toString() {
    String ports = "%d:%d/%s".formatted(hostPort, nodePort, protocol.word());
    return ports + pool.map(name -> "@" + name).orElse("");
  }
}
