package dev.coracle.tray.view.dbus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.ClusterName;
import dev.coracle.tray.menu.Command;
import dev.coracle.tray.menu.MenuEntry;
import dev.coracle.tray.menu.Operation;
import java.util.List;
import java.util.stream.IntStream;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.Test;

class MenuTreeTest {

  private static final Command STOP = new Command.Change(new ClusterName("demo"), Operation.STOP);
  private static final Command QUIT = new Command.Quit();

  private static int idOf(MenuTree tree, String label) {
    return tree.nodes().values().stream()
        .filter(node -> new Variant<>(label).equals(node.properties.get("label")))
        .mapToInt(node -> node.id)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anEntryKeepsItsNumberWhenOthersComeBeforeIt() {
    MenuEntry quit = new MenuEntry.Action("Quit", QUIT, true);
    MenuTree before = MenuTree.empty().with(List.of(quit));

    MenuTree after =
        before.with(
            List.of(new MenuEntry.Action("Stop", STOP, true), new MenuEntry.Separator(), quit));

    assertThat(idOf(after, "Quit")).isEqualTo(idOf(before, "Quit"));
    assertThat(after.command(idOf(before, "Quit"))).contains(QUIT);
  }

  @Test
  void aNumberIsNeverGivenToAnother() {
    MenuTree first = MenuTree.empty().with(List.of(new MenuEntry.Action("Stop", STOP, true)));
    int gone = idOf(first, "Stop");

    MenuTree second = first.with(List.of(new MenuEntry.Action("Quit", QUIT, true)));

    assertThat(second.command(gone)).isEmpty();
    assertThat(idOf(second, "Quit")).isNotEqualTo(gone);
  }

  @Test
  void whatIsDisabledCannotBeChosen() {
    MenuTree tree = MenuTree.empty().with(List.of(new MenuEntry.Action("Stop", STOP, false)));

    assertThat(tree.command(idOf(tree, "Stop"))).isEmpty();
    assertThat(tree.nodes().get(idOf(tree, "Stop")).properties)
        .containsEntry("enabled", new Variant<>(false));
  }

  @Test
  void submenusAndChoicesSaySo() {
    MenuTree tree =
        MenuTree.empty()
            .with(
                List.of(
                    new MenuEntry.Submenu(
                        "Contexts", List.of(new MenuEntry.Choice("a_b", QUIT, true, true)))));

    assertThat(tree.nodes().get(idOf(tree, "Contexts")).properties)
        .containsEntry("children-display", new Variant<>("submenu"));
    assertThat(tree.nodes().get(idOf(tree, "a__b")).properties)
        .containsEntry("toggle-type", new Variant<>("radio"))
        .containsEntry("toggle-state", new Variant<>(1));
  }

  @Test
  void aThousandMenusLeaveNothingBehind() {
    MenuTree tree = MenuTree.empty();
    for (int round : IntStream.range(0, 1000).toArray()) {
      Command change = new Command.Change(new ClusterName("c" + round), Operation.STOP);
      tree = tree.with(List.of(new MenuEntry.Action("Stop", change, true)));
    }

    assertThat(tree.numbers()).hasSize(1);
    assertThat(tree.nodes()).hasSize(2);
  }
}
