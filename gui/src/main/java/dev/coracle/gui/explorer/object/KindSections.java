package dev.coracle.gui.explorer.object;

import dev.coracle.cluster.resources.KubeObject;
import dev.coracle.cluster.resources.KubeValue;
import dev.coracle.gui.text.Figures;
import dev.coracle.gui.text.Texts;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables that only objects of some kinds have: containers, rules, data. */
final class KindSections {

  private static final int SHORT = 80;

  private final KubeObject object;
  private final Texts texts;

  KindSections(KubeObject object, Texts texts) {
    this.object = object;
    this.texts = texts;
  }

  List<Section> sections() {
    return switch (object.kind()) {
      case "Pod" -> List.of(podContainers(), volumes(object.at("spec")));
      case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job" ->
          List.of(
              containers(object.at("spec", "template", "spec")),
              volumes(object.at("spec", "template", "spec")));
      case "CronJob" ->
          List.of(containers(object.at("spec", "jobTemplate", "spec", "template", "spec")));
      case "Ingress" -> List.of(ingress());
      case "ConfigMap" -> List.of(data(KindSections::shortened));
      case "Secret" -> List.of(data(KindSections::size));
      case "Role", "ClusterRole" -> List.of(rules());
      default -> List.of();
    };
  }

  private Section podContainers() {
    KubeValue states = object.at("status", "containerStatuses");
    List<List<String>> rows = new ArrayList<>();
    for (KubeValue container : object.at("spec", "containers").items()) {
      KubeValue status = named(states, container.at("name").text());
      rows.add(
          List.of(
              container.at("name").text(),
              container.at("image").text(),
              state(status.at("state")),
              status.at("restartCount").text("0")));
    }
    return new Section(
        texts.get("describe.containers"),
        headings("describe.name", "describe.image", "describe.state", "describe.restarts"),
        rows);
  }

  private static KubeValue named(KubeValue list, String name) {
    return list.items().stream()
        .filter(item -> item.at("name").text().equals(name))
        .findFirst()
        .orElseGet(() -> list.at("none"));
  }

  /** Why a container waits says more than that it does. */
  private String state(KubeValue state) {
    if (state.at("running").isPresent()) {
      return texts.get("describe.state.running");
    }
    String reason = state.at("waiting", "reason").text(state.at("terminated", "reason").text());
    return reason.isEmpty() ? texts.get("describe.state.waiting") : reason;
  }

  private Section containers(KubeValue pod) {
    return new Section(
        texts.get("describe.containers"),
        headings("describe.name", "describe.image", "describe.ports"),
        pod.at("containers").items().stream()
            .map(it -> List.of(it.at("name").text(), it.at("image").text(), ports(it)))
            .toList());
  }

  private static String ports(KubeValue container) {
    return container.at("ports").items().stream()
        .map(port -> port.at("containerPort").text() + "/" + port.at("protocol").text("TCP"))
        .collect(Collectors.joining(", "));
  }

  private Section volumes(KubeValue pod) {
    return new Section(
        texts.get("describe.volumes"),
        headings("describe.name", "describe.source"),
        pod.at("volumes").items().stream()
            .map(it -> List.of(it.at("name").text(), source(it)))
            .toList());
  }

  private static String source(KubeValue volume) {
    for (Map.Entry<String, KubeValue> field : volume.fields().entrySet()) {
      KubeValue from = field.getValue();
      if (from.isNested()) {
        String name =
            Stream.of("claimName", "name", "secretName", "path")
                .map(key -> from.at(key).text())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        return (field.getKey() + " " + name).strip();
      }
    }
    return "";
  }

  private Section ingress() {
    List<List<String>> rows = new ArrayList<>();
    for (KubeValue rule : object.at("spec", "rules").items()) {
      for (KubeValue path : rule.at("http", "paths").items()) {
        KubeValue service = path.at("backend", "service");
        KubeValue port = service.at("port");
        rows.add(
            List.of(
                rule.at("host").text("*"),
                path.at("path").text("/"),
                service.at("name").text() + ":" + port.at("number").text(port.at("name").text())));
      }
    }
    return new Section(
        texts.get("describe.rules"),
        headings("describe.host", "describe.path", "describe.backend"),
        rows);
  }

  private Section data(java.util.function.UnaryOperator<String> shown) {
    return new Section(
        texts.get("describe.data"),
        headings("describe.key", "describe.value"),
        object.at("data").fields().entrySet().stream()
            .map(field -> List.of(field.getKey(), shown.apply(field.getValue().text())))
            .toList());
  }

  private static String shortened(String text) {
    String first = text.lines().findFirst().orElse("");
    boolean whole = first.length() <= SHORT && text.lines().count() <= 1;
    return whole ? first : first.substring(0, Math.min(SHORT, first.length())) + " …";
  }

  /** A secret stays one: only how long it is is told. */
  private static String size(String encoded) {
    try {
      return Figures.bytes(Base64.getMimeDecoder().decode(encoded).length);
    } catch (IllegalArgumentException _) {
      return "";
    }
  }

  private Section rules() {
    return new Section(
        texts.get("describe.rules"),
        headings("describe.resources", "describe.verbs"),
        object.at("rules").items().stream()
            .map(it -> List.of(joined(it, "resources", "nonResourceURLs"), joined(it, "verbs")))
            .toList());
  }

  private static String joined(KubeValue rule, String... fields) {
    return Stream.of(fields)
        .flatMap(field -> rule.at(field).items().stream())
        .map(KubeValue::text)
        .collect(Collectors.joining(", "));
  }

  private List<String> headings(String... keys) {
    return Stream.of(keys).map(key -> texts.get(key)).toList();
  }
}
