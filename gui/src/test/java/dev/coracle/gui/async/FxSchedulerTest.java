package dev.coracle.gui.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.coracle.gui.shell.Fx;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FxSchedulerTest {

  private final FxScheduler scheduler = new FxScheduler();
  private final AtomicInteger turn = new AtomicInteger();
  private final List<String> done = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void startToolkit() throws InterruptedException {
    Fx.start();
  }

  @Test
  void whatIsInNoHurryIsDoneInOneTurnAndOfEachKeyTheNewest() {
    scheduler.unhurried("shop", Pace.CLOSE_LOOK, () -> note("shop, first"));
    scheduler.unhurried("demo", Pace.CLOSE_LOOK, () -> note("demo"));
    scheduler.unhurried("shop", Pace.CLOSE_LOOK, () -> note("shop"));

    await().until(() -> turn.get() == 2);
    assertThat(done).containsExactly("0 shop", "0 demo");
  }

  @Test
  void afterATurnComesAnother() {
    scheduler.unhurried("demo", Pace.CLOSE_LOOK, () -> note("demo"));
    await().until(() -> turn.get() == 1);
    scheduler.unhurried("demo", Pace.CLOSE_LOOK, () -> note("demo again"));

    await().until(() -> turn.get() == 2);
    assertThat(done).containsExactly("0 demo", "1 demo again");
  }

  @Test
  void whatIsLookedAtCloselyDoesNotWaitForWhatIsNot() {
    scheduler.unhurried("card", Pace.GLANCE, () -> note("card"));
    await().until(() -> turn.get() == 1);
    scheduler.unhurried("card", Pace.GLANCE, () -> note("card"));
    scheduler.unhurried("graph", Pace.CLOSE_LOOK, () -> note("graph"));
    await().until(() -> turn.get() == 3);

    assertThat(done).containsExactly("0 card", "1 graph", "2 card");
  }

  private void note(String what) {
    done.add(turn + " " + what);
    Platform.runLater(turn::incrementAndGet);
  }
}
