package dev.coracle.gui.explorer.object;

import dev.coracle.cluster.resources.KubeObject;
import dev.coracle.cluster.resources.KubeValue;
import dev.coracle.gui.explorer.object.Section.Lines;
import dev.coracle.gui.text.Figures;
import dev.coracle.gui.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says what an object is, in sections; it only reads, so that it is tested on values. */
final class Description {

  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  private final KubeObject object;
  private final List<KubeObject> events;
  private final Texts texts;
  private final Instant now;

  private Description(KubeObject object, List<KubeObject> events, Texts texts, Instant now) {
    this.object = object;
    this.events = events;
    this.texts = texts;
    this.now = now;
  }

  /** The sections of this object, the most important first; those without lines are left out. */
  static List<Section> of(KubeObject object, List<KubeObject> events, Texts texts, Instant now) {
    return new Description(object, events, texts, now).sections();
  }

  private List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    sections.add(summary());
    sections.addAll(new KindSections(object, texts).sections());
    sections.add(conditions());
    sections.add(reported());
    sections.removeIf(section -> section.rows().isEmpty());
    return sections;
  }

  private Section summary() {
    Lines lines = new Lines();
    lines.add(texts.get("describe.name"), object.id().name());
    lines.add(texts.get("describe.namespace"), object.id().namespace());
    lines.add(texts.get("describe.created"), age(object.created()));
    lines.add(texts.get("describe.deleting"), age(at("metadata", "deletionTimestamp")));
    lines.add(texts.get("describe.owner"), owners());
    new KindFacts(object, texts, lines).add();
    lines.add(texts.get("describe.labels"), pairs(object.at("metadata", "labels")));
    lines.add(texts.get("describe.annotations"), pairs(object.at("metadata", "annotations")));
    return lines.titled(texts.get("describe.summary"));
  }

  private Instant at(String... path) {
    return KubeObject.instant(object.at(path));
  }

  private String age(Instant time) {
    return time.equals(Instant.EPOCH) ? "" : Figures.age(texts, Duration.between(time, now));
  }

  private String owners() {
    return object.at("metadata", "ownerReferences").items().stream()
        .map(owner -> owner.at("kind").text() + " " + owner.at("name").text())
        .collect(Collectors.joining(", "));
  }

  /** Fields as lines of {@code name=value}. */
  static String pairs(KubeValue fields) {
    return fields.fields().entrySet().stream()
        .filter(field -> !field.getKey().equals(LAST_APPLIED))
        .map(field -> field.getKey() + "=" + field.getValue().text())
        .collect(Collectors.joining("\n"));
  }

  private Section conditions() {
    return new Section(
        texts.get("describe.conditions"),
        headings("describe.type", "describe.status", "describe.reason", "describe.message"),
        object.at("status", "conditions").items().stream()
            .map(it -> texts(it, "type", "status", "reason", "message"))
            .toList());
  }

  private Section reported() {
    return new Section(
        texts.get("describe.events"),
        headings("describe.type", "describe.reason", "describe.when", "describe.message"),
        events.stream().map(this::event).toList());
  }

  private List<String> event(KubeObject event) {
    KubeValue last = event.at("lastTimestamp");
    Instant seen = KubeObject.instant(last.text().isEmpty() ? event.at("eventTime") : last);
    long count = event.at("count").number();
    String often = count > 1 ? " (×%d)".formatted(count) : "";
    return List.of(
        event.at("type").text(),
        event.at("reason").text(),
        age(seen) + often,
        event.at("message").text().strip());
  }

  private List<String> headings(String... keys) {
    return List.of(keys).stream().map(key -> texts.get(key)).toList();
  }

  private static List<String> texts(KubeValue value, String... fields) {
    return List.of(fields).stream().map(field -> value.at(field).text()).toList();
  }
}
