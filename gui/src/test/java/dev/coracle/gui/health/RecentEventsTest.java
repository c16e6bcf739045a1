package dev.coracle.gui.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coracle.cluster.resources.ObjectName;
import dev.coracle.cluster.resources.ResourceEvent;
import dev.coracle.cluster.resources.ResourceRow;
import dev.coracle.cluster.resources.ResourceTable;
import dev.coracle.cluster.resources.ResourceTable.Column;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecentEventsTest {

  private static final Instant NOW = Instant.parse("2026-01-04T15:04:05Z");
  private static final Instant MADE = NOW.minus(Duration.ofHours(1));

  /** As an API server of v1.36 names them. */
  private static final List<Column> COLUMNS =
      Stream.of("Last Seen", "Type", "Reason", "Object", "Message")
          .map(name -> new Column(name, "", false))
          .toList();

  private final RecentEvents events = new RecentEvents();

  private static ResourceRow row(String name, String lastSeen, String type) {
    List<String> cells = List.of(lastSeen, type, "BackOff", "pod/" + name, "Again.");
    return new ResourceRow(new ObjectName("shop", name), "uid", MADE, cells);
  }

  private void told(ResourceRow... rows) {
    events.apply(
        List.of(new ResourceEvent.Snapshot(new ResourceTable(COLUMNS, List.of(rows)))), NOW);
  }

  @Test
  void anEventSaysWhatThePrintedRowSays() {
    told(row("web", "5m10s", "Warning"));

    assertThat(events.newest(6))
        .containsExactly(
            new RecentEvent(NOW.minusSeconds(310), true, "BackOff", "pod/web", "Again."));
  }

  @Test
  void whatHappenedLastComesFirstAndOnlySoManyCome() {
    told(row("a", "2d1h", "Normal"), row("b", "3h", "Normal"), row("c", "7s", "Normal"));

    assertThat(events.newest(2)).extracting(RecentEvent::about).containsExactly("pod/c", "pod/b");
    assertThat(events.newest(3).getLast().lastSeen()).isEqualTo(NOW.minus(Duration.ofHours(49)));
  }

  @Test
  void oneThatDoesNotSayWhenHappenedWhenItWasMade() {
    told(row("a", "<unknown>", "Normal"));

    assertThat(events.newest(1).getFirst().lastSeen()).isEqualTo(MADE);
  }

  @Test
  void oneThatHappensAgainMovesUpAndOneThatIsGoneGoes() {
    told(row("a", "5m", "Normal"), row("b", "1m", "Normal"));
    events.apply(
        List.of(
            new ResourceEvent.Changed(row("a", "0s", "Normal")),
            new ResourceEvent.Removed(new ObjectName("shop", "b"))),
        NOW.plusSeconds(60));

    assertThat(events.newest(6))
        .extracting(RecentEvent::about, RecentEvent::lastSeen)
        .containsExactly(tuple("pod/a", NOW.plusSeconds(60)));
  }
}
