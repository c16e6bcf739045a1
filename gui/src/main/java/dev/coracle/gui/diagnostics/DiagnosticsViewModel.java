package dev.coracle.gui.diagnostics;

import dev.coracle.cluster.Problem;
import dev.coracle.cluster.diagnostics.Diagnosis;
import dev.coracle.cluster.diagnostics.Diagnostics;
import dev.coracle.cluster.diagnostics.Fix;
import dev.coracle.cluster.diagnostics.Severity;
import dev.coracle.cluster.progress.ProgressListener;
import dev.coracle.gui.async.Background;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the checks found, and what mends it. */
public final class DiagnosticsViewModel {

  private final Diagnostics diagnostics;
  private final Background background;
  private final ObservableList<Diagnosis> found = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private boolean looked;

  /** The findings of these checks; nothing is looked at until {@link #open}. */
  public DiagnosticsViewModel(Diagnostics diagnostics, Background background) {
    this.diagnostics = diagnostics;
    this.background = background;
  }

  /** What was found, in the order of the checks. */
  public ObservableList<Diagnosis> found() {
    return found;
  }

  /** Whether something is looked at or mended now. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Why mending did not work; null when it did. */
  public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** How many findings are at least this bad. */
  public long count(Severity least) {
    return found.stream().filter(it -> it.finding().severity().compareTo(least) >= 0).count();
  }

  /** Looks, the first time. */
  public void open() {
    if (!looked) {
      run();
    }
  }

  /** Looks at everything anew; what was found before stays until its check answers again. */
  public void run() {
    looked = true;
    problem.set(null);
    act(_ -> {});
  }

  /** Mends a finding by itself, then looks at everything anew. */
  public void fix(Diagnosis diagnosis) {
    problem.set(null);
    diagnosis.finding().fix().flatMap(Fix::action).ifPresent(this::act);
  }

  private void act(Consumer<ProgressListener> first) {
    if (!busy.get()) {
      busy.set(true);
      background.run(
          () -> {
            first.accept(ProgressListener.NONE);
            return diagnostics.run(it -> background.ui().execute(() -> show(it)));
          },
          all -> {
            busy.set(false);
            found.setAll(all);
          },
          why -> {
            busy.set(false);
            problem.set(why);
          });
    }
  }

  private void show(Diagnosis fresh) {
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i).id().equals(fresh.id())) {
        found.set(i, fresh);
        return;
      }
    }
    found.add(fresh);
  }
}
