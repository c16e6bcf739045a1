package dev.coracle.gui.explorer.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.resources.KubeObject;
import dev.coracle.cluster.resources.ObjectText;
import dev.coracle.gui.explorer.object.TextDiff.Change;
import dev.coracle.gui.explorer.object.TextDiff.Line;
import dev.coracle.gui.text.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DescriptionTest {

  private static final Instant NOW = Instant.parse("2026-01-04T12:05:00Z");

  @Test
  void aContainerThatWaitsSaysWhy() {
    var rows =
        section(
                "Containers",
                """
        apiVersion: v1
        kind: Pod
        metadata: {name: p}
        spec: {containers: [{name: main, image: "a:1"}]}
        status: {containerStatuses: [{name: main, restartCount: 4, state: {waiting: {reason: CrashLoopBackOff}}}]}
        """)
            .rows();

    assertThat(rows).containsExactly(List.of("main", "a:1", "CrashLoopBackOff", "4"));
  }

  @Test
  void secretsStaySecret() {
    var rows =
        section(
                "Data",
                """
        apiVersion: v1
        kind: Secret
        metadata: {name: s}
        data: {password: c2VjcmV0}
        """)
            .rows();

    assertThat(rows).containsExactly(List.of("password", "6 B"));
  }

  @Test
  void aServiceTellsWhereItsPortsLead() {
    var rows =
        section(
                "Summary",
                """
        apiVersion: v1
        kind: Service
        metadata: {name: web, creationTimestamp: "2026-01-04T12:00:00Z"}
        spec: {type: NodePort, ports: [{name: http, port: 80, protocol: TCP, targetPort: 8080, nodePort: 30080}]}
        """)
            .rows();

    assertThat(rows)
        .contains(List.of("Created", "5 min ago"))
        .contains(List.of("Ports", "http  80/TCP → 8080  (node port 30080)"));
  }

  @Test
  void aKindThatNobodyForesawTellsItsPlainFields() {
    var rows =
        section(
                "Summary",
                """
        apiVersion: sea.example.com/v1
        kind: Boat
        metadata: {name: coracle}
        spec: {crew: 1, engine: {none: true}}
        """)
            .rows();

    assertThat(rows).containsExactly(List.of("Name", "coracle"), List.of("crew", "1"));
  }

  @Test
  void whatIsEmptyIsLeftOut() {
    KubeObject object =
        ObjectText.read("{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}").getFirst();

    assertThat(Description.of(object, List.of(), new Texts(Locale.ENGLISH), NOW))
        .extracting(Section::title)
        .containsExactly("Summary");
  }

  @Test
  void aDifferenceShowsWhatChangedAndALittleAround() {
    List<Line> lines = TextDiff.of("a\nb\nc\nd\ne\nf\n<g>\n", "a\nb\nc\nd\ne\nf\n<h>\n");

    assertThat(lines)
        .containsExactly(
            new Line(Change.KEPT, "d"),
            new Line(Change.KEPT, "e"),
            new Line(Change.KEPT, "f"),
            new Line(Change.REMOVED, "<g>"),
            new Line(Change.ADDED, "<h>"));
    assertThat(TextDiff.of("a\n", "a\n")).isEmpty();
  }

  private static Section section(String title, String yaml) {
    KubeObject object = ObjectText.read(yaml).getFirst();
    return Description.of(object, List.of(), new Texts(Locale.ENGLISH), NOW).stream()
        .filter(section -> section.title().equals(title))
        .findFirst()
        .orElseThrow();
  }
}
