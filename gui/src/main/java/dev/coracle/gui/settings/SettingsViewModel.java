package dev.coracle.gui.settings;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.ClusterSpecBuilder;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.StartRequest;
import dev.coracle.gui.clusters.ClusterViewModel;
import dev.coracle.gui.operation.OperationViewModel;
import dev.coracle.gui.operation.Operations;
import dev.coracle.gui.text.Texts;
import java.util.Optional;
import java.util.StringJoiner;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The limits of a cluster's nodes, which change while they run. */
public final class SettingsViewModel {

  private final ClusterViewModel cluster;
  private final Operations operations;
  private final Texts texts;
  private final StringProperty cpus = new SimpleStringProperty("");
  private final StringProperty memory = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private ClusterSpec known;

  /** The settings of this cluster. */
  public SettingsViewModel(ClusterViewModel cluster, Operations operations, Texts texts) {
    this.cluster = cluster;
    this.operations = operations;
    this.texts = texts;
    known = cluster.clusterProperty().get().spec();
    revert();
    cluster.clusterProperty().addListener((_, _, now) -> observe(now.spec()));
    cpus.addListener(_ -> check());
    memory.addListener(_ -> check());
  }

  /** Limit of each node in cores; blank: as it is. */
  public StringProperty cpusProperty() {
    return cpus;
  }

  /** Limit of each node's memory, for instance {@code 2g}; blank: as it is. */
  public StringProperty memoryProperty() {
    return memory;
  }

  /** What is wrong with what was typed; null when nothing is. */
  public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether {@link #apply} would change something and can. */
  public BooleanBinding canApply() {
    BooleanBinding runs = cluster.canPause();
    return Bindings.createBooleanBinding(
        () -> runs.get() && problem.get() == null && isEdited(),
        runs,
        problem,
        cpus,
        memory,
        cluster.clusterProperty());
  }

  /** The command that does the same. */
  public String command() {
    StringJoiner command = new StringJoiner(" ", "coracle update ", "");
    command.add(cluster.name().value());
    if (!cpus.get().isBlank()) {
      command.add("--cpus " + cpus.get().strip());
    }
    if (!memory.get().isBlank()) {
      command.add("--memory " + memory.get().strip());
    }
    return command.toString();
  }

  /** Gives every node these limits. */
  public OperationViewModel apply() {
    StartRequest request =
        new StartRequest(
            this::change, true, StartRequest.DEFAULT_TIMEOUT, false, true, Optional.empty());
    return operations.update(cluster.name(), request);
  }

  /** Takes back what was typed. */
  public void revert() {
    cpus.set(cpus(known));
    memory.set(memory(known));
  }

  /** A change that was typed and is not applied stays; what was not touched follows the cluster. */
  private void observe(ClusterSpec now) {
    boolean untouched = !isEdited();
    known = now;
    if (untouched || now.equals(wanted().orElse(null))) {
      revert();
    }
  }

  private boolean isEdited() {
    return !cpus.get().strip().equals(cpus(known)) || !memory.get().strip().equals(memory(known));
  }

  private Optional<ClusterSpec> wanted() {
    try {
      return Optional.of(change(known));
    } catch (ClusterException _) {
      return Optional.empty();
    }
  }

  private void check() {
    try {
      ClusterSpec _ = change(known);
      problem.set(null);
    } catch (ClusterException e) {
      problem.set(e.problem());
    }
  }

  private ClusterSpec change(ClusterSpec spec) {
    ClusterSpecBuilder builder = spec.toBuilder();
    if (!cpus.get().isBlank()) {
      builder.cpus(number(cpus.get().strip()));
    }
    if (!memory.get().isBlank()) {
      builder.memory(Bytes.parse(memory.get()));
    }
    return builder.build();
  }

  private double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException _) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.INVALID_SPEC,
              texts.get("create.cpus.number", text),
              texts.get("create.cpus.number.advice")));
    }
  }

  private static String cpus(ClusterSpec spec) {
    return spec.cpus()
        .map(it -> it == Math.rint(it) ? String.valueOf(it.longValue()) : String.valueOf(it))
        .orElse("");
  }

  /** In mebibytes, which is exact for every limit that a person writes. */
  private static String memory(ClusterSpec spec) {
    return spec.memory().map(SettingsViewModel::size).orElse("");
  }

  private static String size(Bytes bytes) {
    long mebibytes = bytes.value() >> 20;
    return mebibytes % 1024 == 0 ? mebibytes / 1024 + "g" : mebibytes + "m";
  }
}
