package dev.coracle.launcher.e2e;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Looks again and again at the controller managers of all control planes of a cluster. */
final class ControllerWatch implements AutoCloseable {

  private static final long BETWEEN_LOOKS = 300;

  private final String cluster;
  private final List<String> offences = Collections.synchronizedList(new ArrayList<>());
  private final List<String> holders = Collections.synchronizedList(new ArrayList<>());
  private final Kubectl kubectl;
  private final Thread thread;

  ControllerWatch(String cluster, Kubectl kubectl) {
    this.cluster = cluster;
    this.kubectl = kubectl;
    this.thread = Thread.ofPlatform().name("controller-watch").start(this::look);
  }

  private void look() {
    try {
      while (!Thread.interrupted()) {
        judge(processes());
        note(holder());
        Thread.sleep(BETWEEN_LOOKS);
      }
    } catch (InterruptedException | AssertionError _) {
      // The test has seen enough.
    }
  }

  /** One line of arguments for each controller manager there is. */
  private List<String> processes() {
    List<String> lines = new ArrayList<>();
    String nodes =
        Docker.text(
            "ps", "--filter", "name=" + cluster + "-control-plane-", "--format", "{{.Names}}");
    for (String node : nodes.lines().toList()) {
      Docker.run("exec", node, "pgrep", "-af", "^kube-controller-manager ")
          .out()
          .lines()
          .forEach(lines::add);
    }
    return lines;
  }

  /** Of a flag given twice the last one counts, and one that elects nobody works in any case. */
  private void judge(List<String> processes) {
    boolean unelected =
        processes.stream()
            .anyMatch(
                line ->
                    line.lastIndexOf("--leader-elect=false")
                        > line.lastIndexOf("--leader-elect=true"));
    if (unelected && processes.size() > 1) {
      offences.add(String.join("\n", processes));
    }
  }

  private String holder() {
    return kubectl
        .run(
            "get",
            "lease",
            "kube-controller-manager",
            "-n",
            "kube-system",
            "--ignore-not-found",
            "--request-timeout=2s",
            "-o",
            "jsonpath={.spec.holderIdentity}")
        .out()
        .trim();
  }

  private void note(String holder) {
    if (!holder.isEmpty() && (holders.isEmpty() || !holders.getLast().equals(holder))) {
      holders.add(holder);
    }
  }

  /** What was seen of two that work at once. */
  List<String> offences() {
    return List.copyOf(offences);
  }

  /** Who was elected, one after the other. */
  List<String> holders() {
    return List.copyOf(holders);
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
