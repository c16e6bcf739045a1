package dev.coracle.cluster;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A port of the host that leads to the same port number, or another, on the cluster's nodes.
 *
 * @param hostPort the port on 127.0.0.1; 0 lets the engine choose
 * @param nodePort the port on the nodes, usually a Service's nodePort
 * @param protocol TCP or UDP
 */
public record PortMapping(int hostPort, int nodePort, Protocol protocol) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,5})(?::(\\d{1,5}))?(?:/(tcp|udp))?");

  /** A transport protocol. */
  public enum Protocol {
    TCP,
    UDP
  }

  /** Whether it carries datagrams. */
  public boolean isUdp() {
    return protocol == Protocol.UDP;
  }

  /** Checks the port numbers. */
  public PortMapping {
    if (hostPort < 0 || hostPort > 65535 || nodePort < 1 || nodePort > 65535) {
      throw invalid("%d:%d".formatted(hostPort, nodePort));
    }
  }

  /**
   * Reads {@code 8080:30080}, {@code 30080} (the same on both sides) or {@code 5353:30053/udp}.
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
    return new PortMapping(host, node, "udp".equals(form.group(3)) ? Protocol.UDP : Protocol.TCP);
  }

  private static ClusterException invalid(String text) {
    return new ClusterException(
        Problem.of(
            Problem.Code.INVALID_SPEC,
            "\"%s\" is not a port mapping.".formatted(text),
            "Write HOST:NODE, for instance 8080:30080 or 5353:30053/udp."));
  }

  @Override
  public String toString() {
    return "%d:%d/%s"
        .formatted(hostPort, nodePort, protocol.name().toLowerCase(java.util.Locale.ROOT));
  }
}
