package dev.coracle.gui.health;

import dev.coracle.cluster.resources.KubeObject;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What runs in the namespace of the system under one name, for instance {@code etcd} on every
 * control plane.
 *
 * @param name the name of its pods' first container
 * @param ready how many of its pods are ready
 * @param pods how many it has
 * @param reason why one of them is not ready, in Kubernetes' own word; empty when all are
 */
record Component(String name, long ready, long pods, String reason) {

  /** The components that these pods belong to, by name. Pods that have done their work are none. */
  static List<Component> of(List<KubeObject> pods) {
    return pods.stream()
        .filter(pod -> !phase(pod).equals("Succeeded"))
        .collect(Collectors.groupingBy(Component::name, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(entry -> of(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** Whether all of its pods are ready. */
  boolean isReady() {
    return ready == pods;
  }

  private static Component of(String name, List<KubeObject> pods) {
    List<KubeObject> unready = pods.stream().filter(pod -> !isReady(pod)).toList();
    String reason = unready.stream().map(Component::reason).findFirst().orElse("");
    return new Component(name, pods.size() - unready.size(), pods.size(), reason);
  }

  private static String name(KubeObject pod) {
    return pod.at("spec", "containers").items().stream()
        .map(container -> container.at("name").text())
        .findFirst()
        .orElse(pod.id().name());
  }

  private static boolean isReady(KubeObject pod) {
    return pod.at("status", "conditions").items().stream()
        .filter(condition -> condition.at("type").text().equals("Ready"))
        .anyMatch(condition -> condition.at("status").text().equals("True"));
  }

  /** What a container waits for, else what the pod says of itself. */
  private static String reason(KubeObject pod) {
    return Stream.concat(
            pod.at("status", "containerStatuses").items().stream()
                .map(status -> status.at("state", "waiting", "reason").text()),
            Stream.of(pod.at("status", "reason").text(), phase(pod)))
        .filter(word -> !word.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String phase(KubeObject pod) {
    return pod.at("status", "phase").text();
  }
}
