package dev.coracle.tray;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.tray.menu.Command;
import dev.coracle.tray.menu.IconState;
import dev.coracle.tray.menu.MenuEntry;
import dev.coracle.tray.notice.Notice;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the tray has the application behind it do. */
class TrayCommandsTest extends OpenTray {

  @Test
  void switchingTheContextMovesTheMark() {
    service.put("demo", Phase.RUNNING);
    start();

    choose(new Command.UseContext(DEMO));

    MenuEntry chosen =
        new MenuEntry.Choice("coracle-demo", new Command.UseContext(DEMO), true, true);
    soon(
        () ->
            assertThat(view.entries)
                .contains(new MenuEntry.Submenu("Current context", List.of(chosen))));
  }

  @Test
  void otherCommandsGoToTheApplication() {
    start();

    choose(new Command.OpenWindow());
    choose(new Command.CopyKubeconfigPath(DEMO));
    choose(new Command.OpenTerminal(DEMO));
    choose(new Command.Browse(URI.create("http://127.0.0.1:8080")));
    choose(new Command.Quit());

    soon(
        () ->
            assertThat(calls.made)
                .containsExactlyInAnyOrder(
                    "window", "copy demo", "terminal demo", "http://127.0.0.1:8080", "quit"));
  }

  @Test
  void anApplicationThatFailsIsShown() {
    start();
    calls.failure = Optional.of(new IllegalStateException("no terminal"));

    choose(new Command.OpenTerminal(DEMO));

    soon(
        () ->
            assertThat(view.notices)
                .containsExactly(new Notice(Notice.Kind.BAD, "That did not work", "no terminal")));
  }

  @Test
  void whoLooksAtTheWindowIsNotTold() {
    calls.windowInView = true;
    start();

    service.put("demo", Phase.CREATING);
    service.put("demo", Phase.RUNNING);

    soon(() -> assertThat(view.icons).endsWith(IconState.RUNNING));
    assertThat(view.notices).isEmpty();
  }
}
