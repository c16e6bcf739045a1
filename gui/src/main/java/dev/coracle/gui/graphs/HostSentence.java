package dev.coracle.gui.graphs;

import dev.coracle.cluster.metrics.HostSample;
import dev.coracle.cluster.metrics.Machine;
import dev.coracle.gui.text.Figures;
import dev.coracle.gui.text.Texts;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Says how much of this machine is in use, and how much of that a cluster takes. Nodes in a virtual
 * machine take their share of that one: it has been given processors and memory of its own.
 */
final class HostSentence {

  private final Texts texts;

  HostSentence(Texts texts) {
    this.texts = texts;
  }

  /**
   * About processors or memory.
   *
   * @param cluster what the cluster takes: cores, or bytes
   */
  String of(Graph graph, Optional<HostSample> host, OptionalDouble cluster) {
    String about = graph == Graph.CPU ? "host.cpu" : "host.memory";
    return host.map(
            it -> texts.get(about + form(it, cluster), arguments(graph, it, cluster.orElse(0))))
        .orElseGet(() -> texts.get("host.silent"));
  }

  private static String form(HostSample host, OptionalDouble cluster) {
    if (cluster.isEmpty()) {
      return ".alone";
    }
    return host.elsewhere().isPresent() ? ".elsewhere" : ".shared";
  }

  private static Object[] arguments(Graph graph, HostSample host, double cluster) {
    return graph == Graph.CPU ? ofCores(host, cluster) : ofBytes(host, cluster);
  }

  private static Object[] ofCores(HostSample host, double cluster) {
    int cores = host.machine().cores();
    int nodes = host.ofNodes().cores();
    return new Object[] {percent(host.cpuCores() / cores), cores, percent(cluster / nodes), nodes};
  }

  private static Object[] ofBytes(HostSample host, double cluster) {
    return new Object[] {
      brief(Figures.bytes((double) host.memory().value()), total(host.machine())),
      total(host.machine()),
      Figures.bytes(cluster),
      total(host.ofNodes())
    };
  }

  /** Of 13 GiB and 16 GiB the 13 alone: one line of a panel has no place for more. */
  private static String brief(String part, String total) {
    String unit = total.substring(total.indexOf(' '));
    return part.endsWith(unit) ? part.substring(0, part.length() - unit.length()) : part;
  }

  private static String total(Machine machine) {
    return Figures.bytes((double) machine.memory().value());
  }

  private static long percent(double share) {
    return Math.round(100 * share);
  }
}
