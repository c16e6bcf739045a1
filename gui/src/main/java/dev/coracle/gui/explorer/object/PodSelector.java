package dev.coracle.gui.explorer.object;

import dev.coracle.cluster.resources.KubeObject;
import dev.coracle.cluster.resources.KubeValue;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pods that an object selects, as a label selector of the API. */
final class PodSelector {

  private PodSelector() {}

  /** The selector; empty where the object selects none. */
  static String of(KubeObject object) {
    KubeValue selector = object.at("spec", "selector");
    boolean plain = object.kind().equals("Service");
    KubeValue labels = plain ? selector : selector.at("matchLabels");
    List<KubeValue> expressions = plain ? List.of() : selector.at("matchExpressions").items();
    return Stream.concat(
            labels.fields().entrySet().stream().map(it -> it.getKey() + "=" + it.getValue().text()),
            expressions.stream().map(PodSelector::expression))
        .collect(Collectors.joining(","));
  }

  private static String expression(KubeValue expression) {
    String key = expression.at("key").text();
    String values =
        expression.at("values").items().stream()
            .map(KubeValue::text)
            .collect(Collectors.joining(","));
    String operator = expression.at("operator").text();
    return switch (operator) {
      case "Exists" -> key;
      case "DoesNotExist" -> "!" + key;
      default -> "%s %s (%s)".formatted(key, operator.toLowerCase(Locale.ROOT), values);
    };
  }
}
