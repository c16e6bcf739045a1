package dev.coracle.cluster.node;

import dev.coracle.cluster.layout.NodeIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The servers behind an edge: how the edge names them, how it finds out whether they work, and the
 * commands by which they come and go while it serves.
 */
public final class EdgeServers {

  /** Where the running edge takes commands. */
  public static final String SOCKET = "/tmp/haproxy.sock";

  /** What the edge answers to each server that it takes in. */
  public static final String TAKEN_IN = "New server registered.";

  /** The section of the API. */
  static final String API = "api";

  /** A failed connection counts at once; otherwise two checks in a row decide. */
  private static final String CHECK =
      " check inter 1s fastinter 300ms downinter 500ms fall 2 rise 1 observe layer4 error-limit 1"
          + " on-error sudden-death";

  private static final String TLS = " check-ssl verify none";

  /** Bounds what waits for an answer of a node that is gone; refused of servers added later. */
  private static final String BOUND = " tcp-ut 2s";

  private EdgeServers() {}

  /** The section of a port. */
  static String port(int nodePort) {
    return "port-" + nodePort;
  }

  /** The words that make one of several servers in the file be checked, with a space before. */
  static String checkAndBound(String section) {
    return check(section) + BOUND;
  }

  private static String check(String section) {
    return section.equals(API) ? CHECK + TLS : CHECK;
  }

  /** The sections that a node serves, with the port of each; UDP edges have none. */
  private static Map<String, Integer> sections(Forwarding edge, NodeIdentity node) {
    Map<String, Integer> sections = new TreeMap<>();
    if (edge.api() && node.isControlPlane()) {
      sections.put(API, EdgeContainer.API_PORT);
    }
    edge.ports().stream()
        .filter(port -> !port.isUdp() && node.isOf(port))
        .forEach(port -> sections.put(port(port.nodePort()), port.nodePort()));
    return sections;
  }

  /** The commands that take a node in, by the server that each is about. */
  public static List<String> additions(Forwarding edge, NodeIdentity node) {
    List<String> commands = new ArrayList<>();
    sections(edge, node)
        .forEach(
            (section, port) -> {
              String server = section + "/" + node.name();
              commands.add(
                  "add server %s %s:%d%s; enable health %s; enable server %s"
                      .formatted(server, node.address(), port, check(section), server, server));
            });
    return commands;
  }

  /** The commands that send nothing more to a node; connections that it has go with it. */
  public static List<String> removals(Forwarding edge, NodeIdentity node) {
    List<String> commands = new ArrayList<>();
    for (String section : sections(edge, node).keySet()) {
      commands.add(state(section + "/" + node.name(), "maint"));
      if (section.equals(API)) {
        commands.add(state(checked(node), "maint"));
      }
    }
    return commands;
  }

  /**
   * The commands by which the only API server, which nobody looks after, becomes one of several
   * that are checked. Its connections stay: they belong to the server of before, which is given no
   * new ones.
   */
  public static List<String> checking(Forwarding edge, NodeIdentity node) {
    return edge.api()
        ? List.of(
            "add server %s %s:%d%s"
                .formatted(checked(node), node.address(), EdgeContainer.API_PORT, check(API)),
            "enable health " + checked(node),
            state(checked(node), "ready"),
            state(API + "/" + node.name(), "maint"))
        : List.of();
  }

  /** The commands that take {@link #checking} back. */
  public static List<String> trusting(Forwarding edge, NodeIdentity node) {
    return edge.api()
        ? List.of(state(API + "/" + node.name(), "ready"), state(checked(node), "maint"))
        : List.of();
  }

  private static String checked(NodeIdentity node) {
    return "%s/%s-checked".formatted(API, node.name());
  }

  private static String state(String server, String state) {
    return "set server %s state %s".formatted(server, state);
  }
}
