package dev.coracle.launcher.e2e;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What may happen to a cluster of several control planes without costing it its quorum for long.
 */
enum Fault {
  KUBELET_KILLED,
  CONTAINERD_KILLED,
  ETCD_KILLED,
  API_SERVER_KILLED,
  NODE_KILLED,
  NODE_FROZEN,
  EDGE_RESTARTED;

  private static final Duration REST = Duration.ofSeconds(3);

  /** One of them, and what it happens to, by chance. */
  static String any(String cluster, List<String> nodes, RandomGenerator chance)
      throws InterruptedException {
    Fault fault = values()[chance.nextInt(values().length)];
    String node = nodes.get(chance.nextInt(nodes.size()));
    fault.strike(cluster, node);
    return fault + " " + node;
  }

  /** Happens to a cluster, or to this node of it, and is over when this returns. */
  private void strike(String cluster, String node) throws InterruptedException {
    switch (this) {
      case KUBELET_KILLED -> killInside(node, "kubelet");
      case CONTAINERD_KILLED -> killInside(node, "containerd");
      case ETCD_KILLED -> killInside(node, "etcd");
      case API_SERVER_KILLED -> killInside(node, "kube-apiserver");
      case NODE_KILLED -> forAWhile(node, "kill", "start");
      case NODE_FROZEN -> forAWhile(node, "pause", "unpause");
      case EDGE_RESTARTED -> Docker.run("restart", cluster + "-edge").ok();
    }
  }

  /** Workers have no etcd and no API server, which is then no fault. */
  private static void killInside(String node, String program) {
    Docker.run("exec", node, "sh", "-c", "kill -9 $(pgrep -x %s) || true".formatted(program)).ok();
  }

  private static void forAWhile(String node, String begin, String end) throws InterruptedException {
    Docker.run(begin, node).ok();
    Thread.sleep(REST);
    Docker.run(end, node).ok();
  }
}
