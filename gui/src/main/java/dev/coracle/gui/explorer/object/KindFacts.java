package dev.coracle.gui.explorer.object;

import dev.coracle.cluster.resources.KubeObject;
import dev.coracle.cluster.resources.KubeValue;
import dev.coracle.gui.explorer.object.Section.Lines;
import dev.coracle.gui.text.Texts;
import java.util.Map;
import java.util.stream.Collectors;

/** The lines of a summary that only objects of one kind have. */
final class KindFacts {

  private final KubeObject object;
  private final Texts texts;
  private final Lines lines;

  KindFacts(KubeObject object, Texts texts, Lines lines) {
    this.object = object;
    this.texts = texts;
    this.lines = lines;
  }

  void add() {
    switch (object.kind()) {
      case "Pod" -> pod();
      case "Deployment", "StatefulSet", "ReplicaSet" -> replicas();
      case "DaemonSet" -> daemons();
      case "Job" -> job();
      case "CronJob" -> cronJob();
      case "Service" -> service();
      case "PersistentVolumeClaim", "PersistentVolume" -> volume();
      case "Node" -> node();
      case "Event" -> event();
      case "RoleBinding", "ClusterRoleBinding" -> binding();
      default -> plain();
    }
  }

  private void pod() {
    line("phase", "status", "phase");
    line("reason", "status", "reason");
    line("message", "status", "message");
    line("node", "spec", "nodeName");
    line("address", "status", "podIP");
    line("service-account", "spec", "serviceAccountName");
    line("qos", "status", "qosClass");
    line("restart-policy", "spec", "restartPolicy");
  }

  private void replicas() {
    lines.add(
        texts.get("describe.replicas"),
        texts.get(
            "describe.replicas.of",
            object.at("status", "readyReplicas").number(),
            object.at("spec", "replicas").number()));
    line("updated", "status", "updatedReplicas");
    line("strategy", "spec", "strategy", "type");
    selector("spec", "selector", "matchLabels");
  }

  private void daemons() {
    lines.add(
        texts.get("describe.replicas"),
        texts.get(
            "describe.replicas.of",
            object.at("status", "numberReady").number(),
            object.at("status", "desiredNumberScheduled").number()));
    selector("spec", "selector", "matchLabels");
  }

  private void job() {
    line("completions", "spec", "completions");
    line("active", "status", "active");
    line("succeeded", "status", "succeeded");
    line("failed", "status", "failed");
  }

  private void cronJob() {
    line("schedule", "spec", "schedule");
    line("time-zone", "spec", "timeZone");
    line("suspended", "spec", "suspend");
    line("last-run", "status", "lastScheduleTime");
  }

  private void service() {
    line("type", "spec", "type");
    line("address", "spec", "clusterIP");
    lines.add(
        texts.get("describe.ports"),
        object.at("spec", "ports").items().stream()
            .map(KindFacts::port)
            .collect(Collectors.joining("\n")));
    selector("spec", "selector");
  }

  private static String port(KubeValue port) {
    String name = port.at("name").text();
    String node = port.at("nodePort").text();
    return (name.isEmpty() ? "" : name + "  ")
        + "%s/%s → %s".formatted(port.at("port"), port.at("protocol"), port.at("targetPort"))
        + (node.isEmpty() ? "" : "  (node port %s)".formatted(node));
  }

  private void volume() {
    line("phase", "status", "phase");
    line("volume", "spec", "volumeName");
    line("claim", "spec", "claimRef", "name");
    line("capacity", "status", "capacity", "storage");
    line("capacity", "spec", "capacity", "storage");
    lines.add(texts.get("describe.access"), list(object.at("spec", "accessModes")));
    line("storage-class", "spec", "storageClassName");
    line("reclaim", "spec", "persistentVolumeReclaimPolicy");
  }

  private void node() {
    lines.add(
        texts.get("describe.addresses"),
        object.at("status", "addresses").items().stream()
            .map(it -> it.at("address").text())
            .collect(Collectors.joining(", ")));
    if (object.at("spec", "unschedulable").isTrue()) {
      lines.add(texts.get("describe.scheduling"), texts.get("describe.cordoned"));
    }
    line("kubelet", "status", "nodeInfo", "kubeletVersion");
    line("runtime", "status", "nodeInfo", "containerRuntimeVersion");
    line("system", "status", "nodeInfo", "osImage");
    line("kernel", "status", "nodeInfo", "kernelVersion");
    lines.add(texts.get("describe.capacity"), amounts(object.at("status", "capacity")));
    lines.add(texts.get("describe.allocatable"), amounts(object.at("status", "allocatable")));
    lines.add(
        texts.get("describe.taints"),
        object.at("spec", "taints").items().stream()
            .map(it -> it.at("key").text() + ":" + it.at("effect").text())
            .collect(Collectors.joining("\n")));
    line("pod-range", "spec", "podCIDR");
  }

  private String amounts(KubeValue amounts) {
    String cpu = amounts.at("cpu").text();
    return cpu.isEmpty()
        ? ""
        : texts.get(
            "describe.amounts", cpu, amounts.at("memory").text(), amounts.at("pods").text());
  }

  private void event() {
    line("type", "type");
    line("reason", "reason");
    lines.add(
        texts.get("describe.about"),
        object.at("involvedObject", "kind").text()
            + " "
            + object.at("involvedObject", "name").text());
    line("message", "message");
  }

  private void binding() {
    lines.add(
        texts.get("describe.role"),
        object.at("roleRef", "kind").text() + " " + object.at("roleRef", "name").text());
    lines.add(
        texts.get("describe.subjects"),
        object.at("subjects").items().stream()
            .map(it -> it.at("kind").text() + " " + it.at("name").text())
            .collect(Collectors.joining("\n")));
  }

  /** What a kind that nobody foresaw says of itself in plain fields. */
  private void plain() {
    for (String part : new String[] {"spec", "status"}) {
      for (Map.Entry<String, KubeValue> field : object.at(part).fields().entrySet()) {
        lines.add(field.getKey(), field.getValue().text());
      }
    }
  }

  private void line(String key, String... path) {
    lines.add(texts.get("describe." + key), object.at(path).text());
  }

  private void selector(String... path) {
    lines.add(texts.get("describe.selector"), Description.pairs(object.at(path)));
  }

  private static String list(KubeValue items) {
    return items.items().stream().map(KubeValue::text).collect(Collectors.joining(", "));
  }
}
