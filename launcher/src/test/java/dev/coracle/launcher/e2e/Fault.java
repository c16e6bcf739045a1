package dev.coracle.launcher.e2e;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What may happen to a cluster of several control planes without costing it its quorum for long.
 */
enum Fault {
  KUBELET_KILLED {
    @Override
    void strike(String cluster, String node) {
      killInside(node, "kubelet");
    }
  },
  CONTAINERD_KILLED {
    @Override
    void strike(String cluster, String node) {
      killInside(node, "containerd");
    }
  },
  ETCD_KILLED {
    @Override
    void strike(String cluster, String node) {
      killInside(node, "etcd");
    }
  },
  API_SERVER_KILLED {
    @Override
    void strike(String cluster, String node) {
      killInside(node, "kube-apiserver");
    }
  },
  NODE_KILLED {
    @Override
    void strike(String cluster, String node) {
      Docker.run("kill", node).ok();
      rest();
      Docker.run("start", node).ok();
    }
  },
  NODE_FROZEN {
    @Override
    void strike(String cluster, String node) {
      Docker.run("pause", node).ok();
      rest();
      Docker.run("unpause", node).ok();
    }
  },
  EDGE_RESTARTED {
    @Override
    void strike(String cluster, String node) {
      Docker.run("restart", cluster + "-edge").ok();
    }
  };

  private static final Duration REST = Duration.ofSeconds(3);

  /** Happens to a cluster, most of them to this node of it, and is over when this returns. */
  abstract void strike(String cluster, String node);

  /** One of them, and what it happens to, by chance. */
  static String any(String cluster, List<String> nodes, RandomGenerator chance) {
    Fault fault = values()[chance.nextInt(values().length)];
    String node = nodes.get(chance.nextInt(nodes.size()));
    fault.strike(cluster, node);
    return fault + " " + node;
  }

  /** Workers have no etcd and no API server, which is then no fault. */
  private static void killInside(String node, String program) {
    Docker.run("exec", node, "sh", "-c", "kill -9 $(pgrep -x %s) || true".formatted(program)).ok();
  }

  private static void rest() {
    try {
      Thread.sleep(REST);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
