package dev.coracle.gui.shell;

import dev.coracle.gui.async.FxScheduler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/** A window over a library in memory that is measured. */
final class BenchWindow {

  final Fakes fakes = new Fakes();
  private final Scene scene = Fx.call(this::show);

  private Scene show() {
    Desktop desktop =
        new Desktop(
            fakes.services(),
            fakes.files,
            new FxScheduler(),
            InMemoryPreferences.FIRST,
            fakes.clock,
            () -> {});
    desktop.stage().setWidth(990);
    desktop.stage().setHeight(800);
    desktop.show();
    return desktop.stage().getScene();
  }

  Scene scene() {
    return scene;
  }

  /** Opens a tab of the page of a cluster. */
  void open(String cluster, String tab) throws InterruptedException {
    await("#open-" + cluster);
    Fx.run(() -> ((ButtonBase) find("#open-" + cluster)).fire());
    Fx.run(() -> choose((TabPane) find("#cluster-tabs"), "tab-" + tab));
  }

  private static void choose(TabPane tabs, String id) {
    for (Tab tab : tabs.getTabs()) {
      if (id.equals(tab.getId())) {
        tabs.getSelectionModel().select(tab);
      }
    }
  }

  Node find(String query) {
    return scene.lookup(query);
  }

  void await(String query) throws InterruptedException {
    while (Fx.call(() -> find(query) == null)) {
      Thread.sleep(50);
    }
  }
}
