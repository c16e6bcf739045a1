package dev.coracle.gui.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.diagnostics.Diagnosis;
import dev.coracle.cluster.diagnostics.Finding;
import dev.coracle.cluster.diagnostics.Fix;
import dev.coracle.cluster.diagnostics.ScriptedDiagnostics;
import dev.coracle.cluster.diagnostics.Severity;
import dev.coracle.gui.async.InlineScheduler;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DiagnosticsViewModelTest {

  private final ScriptedDiagnostics checks =
      new ScriptedDiagnostics()
          .find("engine", "Docker", Finding.ok("It answers."))
          .find("disk", "Disk space", Finding.error("It is full.", "Free some."));
  private final DiagnosticsViewModel model =
      new DiagnosticsViewModel(checks, InlineScheduler.background());

  @Test
  void nothingIsLookedAtBeforeItIsOpenedAndThenOnlyOnce() {
    assertThat(model.found()).isEmpty();
    model.open();
    checks.find("disk", "Disk space", Finding.ok("There is room."));
    model.open();

    assertThat(model.found()).extracting(Diagnosis::id).containsExactly("engine", "disk");
    assertThat(model.count(Severity.ERROR)).isOne();
    assertThat(model.busyProperty().get()).isFalse();
  }

  @Test
  void lookingAgainReplacesWhatWasFound() {
    model.run();
    checks.find("disk", "Disk space", Finding.warning("It is nearly full.", "Free some."));
    model.run();

    assertThat(model.found().getLast().finding().summary()).isEqualTo("It is nearly full.");
    assertThat(model.count(Severity.ERROR)).isZero();
    assertThat(model.count(Severity.WARNING)).isOne();
  }

  @Test
  void aFixIsFollowedByAnotherLook() {
    checks.find("disk", "Disk space", broken(() -> checks.find("disk", "D", Finding.ok("Fine."))));
    model.run();

    model.fix(model.found().getLast());

    assertThat(model.found().getLast().finding()).isEqualTo(Finding.ok("Fine."));
  }

  @Test
  void aFixThatFailsSaysWhy() {
    checks.find(
        "disk",
        "Disk space",
        broken(
            () -> {
              throw new ClusterException(
                  Problem.of(Problem.Code.KUBECONFIG_READ_ONLY, "It is read-only.", "Allow it."));
            }));
    model.run();

    model.fix(model.found().getLast());

    assertThat(Objects.requireNonNull(model.problemProperty().get()).summary())
        .isEqualTo("It is read-only.");
    assertThat(model.busyProperty().get()).isFalse();
  }

  private static Finding broken(Runnable fix) {
    return Finding.error("It is full.", "Free some.").fixedBy(Fix.of("free", _ -> fix.run()));
  }
}
