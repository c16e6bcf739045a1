package dev.coracle.gui.create;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.ClusterSpecBuilder;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.config.ClusterFileWriter;
import dev.coracle.gui.text.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * What the user has typed, and what the library says of it. A field that is empty asks for the
 * default; the spec that leaves here can be created.
 */
public final class CreateViewModel {

  private final List<KubernetesVersion> versions;
  private final FreeNames names;
  private final Typed typed;
  private final StringProperty name = new SimpleStringProperty("");
  private final ObjectProperty<KubernetesVersion> version;
  private final ObjectProperty<Boolean> bare = new SimpleObjectProperty<>(false);
  private final ObjectProperty<Integer> controlPlanes = new SimpleObjectProperty<>(1);
  private final ObjectProperty<Integer> workers = new SimpleObjectProperty<>(0);
  private final StringProperty cpus = new SimpleStringProperty("");
  private final StringProperty memory = new SimpleStringProperty("");
  private final StringProperty ports = new SimpleStringProperty("");
  private final Map<Field, Problem> problems = new EnumMap<>(Field.class);
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();

  /**
   * An empty form.
   *
   * @param versions what can be chosen, the newest first; at least one
   * @param taken whether there is a cluster of this name
   */
  public CreateViewModel(
      List<KubernetesVersion> versions, Predicate<ClusterName> taken, Texts texts) {
    this.versions = List.copyOf(versions);
    this.names = new FreeNames(taken);
    this.typed = new Typed(texts);
    this.version = new SimpleObjectProperty<>(versions.getFirst());
    name.set(names.first());
    Stream.of(name, version, bare, controlPlanes, workers, cpus, memory, ports)
        .forEach(this::watch);
    check();
  }

  /** The Kubernetes versions to choose from. */
  public List<KubernetesVersion> versions() {
    return versions;
  }

  /** The cluster's name. */
  public StringProperty nameProperty() {
    return name;
  }

  /** The Kubernetes version. */
  public ObjectProperty<KubernetesVersion> versionProperty() {
    return version;
  }

  /** Whether nodes come without Kubernetes, for the user's own kubeadm. */
  public ObjectProperty<Boolean> bareProperty() {
    return bare;
  }

  /** How many control planes. */
  public ObjectProperty<Integer> controlPlanesProperty() {
    return controlPlanes;
  }

  /** How many workers. */
  public ObjectProperty<Integer> workersProperty() {
    return workers;
  }

  /** Limit of each node in cores; blank: none. */
  public StringProperty cpusProperty() {
    return cpus;
  }

  /** Limit of each node's memory, for instance {@code 2g}; blank: none. */
  public StringProperty memoryProperty() {
    return memory;
  }

  /** Port mappings, separated by commas or blanks. */
  public StringProperty portsProperty() {
    return ports;
  }

  /** Grows after every change has been checked. */
  public ReadOnlyLongProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  /** What is wrong with a field, if anything is. */
  public Optional<Problem> problem(Field field) {
    return Optional.ofNullable(problems.get(field));
  }

  /** Whether a field has a say: on bare nodes, kubeadm makes the control planes. */
  public boolean counts(Field field) {
    return field != Field.CONTROL_PLANES || !bare.get();
  }

  /** Whether the cluster can be created. */
  public boolean valid() {
    return problems.isEmpty();
  }

  /** The name, when it is valid. */
  public ClusterName clusterName() {
    return new ClusterName(name.get().strip());
  }

  /** How the cluster is to be started, when everything is valid. */
  public StartRequest request() {
    return StartRequest.of(this::apply);
  }

  /** The command that does the same; only what differs from the defaults, when all is valid. */
  public String command() {
    return EquivalentCommand.of(clusterName(), spec(), defaults());
  }

  /** The file that asks for the same, when all is valid. */
  public String yaml() {
    return ClusterFileWriter.write(clusterName(), spec());
  }

  private ClusterSpec defaults() {
    return ClusterSpec.ofVersion(versions.getFirst());
  }

  private ClusterSpec spec() {
    return apply(defaults());
  }

  private ClusterSpec apply(ClusterSpec spec) {
    ClusterSpecBuilder builder =
        spec.toBuilder()
            .kubernetesVersion(version.get())
            .bare(bare.get())
            .controlPlanes(wantedControlPlanes())
            .workers(workers.get())
            .ports(typed.ports(ports.get()));
    typed.cpus(cpus.get()).ifPresent(builder::cpus);
    typed.memory(memory.get()).ifPresent(builder::memory);
    return builder.build();
  }

  /** What is chosen comes back when nodes shall not be bare after all. */
  private int wantedControlPlanes() {
    return counts(Field.CONTROL_PLANES) ? controlPlanes.get() : 1;
  }

  private void watch(Property<?> property) {
    property.addListener(_ -> check());
  }

  private void check() {
    problems.clear();
    check(Field.NAME, this::checkName);
    check(Field.CONTROL_PLANES, () -> build(it -> it.controlPlanes(wantedControlPlanes())));
    check(Field.WORKERS, () -> build(it -> it.workers(workers.get())));
    check(Field.CPUS, () -> build(it -> typed.cpus(cpus.get()).map(it::cpus).orElse(it)));
    check(Field.MEMORY, () -> build(it -> typed.memory(memory.get()).map(it::memory).orElse(it)));
    check(Field.PORTS, () -> build(it -> it.ports(typed.ports(ports.get()))));
    revision.set(revision.get() + 1);
  }

  /** Builds a spec with one change, so that a complaint is about that field. */
  private void build(UnaryOperator<ClusterSpecBuilder> change) {
    ClusterSpec _ = change.apply(ClusterSpec.builder(version.get()).bare(bare.get())).build();
  }

  private void check(Field field, Runnable rule) {
    try {
      rule.run();
    } catch (ClusterException e) {
      problems.put(field, e.problem());
    }
  }

  private void checkName() {
    if (!names.isFree(clusterName())) {
      throw typed.refusal(Problem.Code.NAME_TAKEN, "create.name.taken", name.get().strip());
    }
  }
}
