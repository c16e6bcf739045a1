package dev.coracle.gui.create;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.ClusterSpecBuilder;
import dev.coracle.cluster.HostMount;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.NodeEnvironment;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.config.ClusterFileWriter;
import dev.coracle.gui.text.Texts;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/**
 * What the user has typed, and what the library says of it. A field that is empty asks for the
 * default; the spec that leaves here can be created.
 */
public final class CreateViewModel {

  private static final Set<Field> OF_KUBERNETES = EnumSet.of(Field.CONTROL_PLANES, Field.ADDONS);

  private final List<KubernetesVersion> versions;
  private final FreeNames names;
  private final Typed typed;
  private final CreateInputs inputs;
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
    this.inputs = new CreateInputs(names.first(), versions.getFirst());
    inputs.all().forEach(this::watch);
    check();
  }

  /** The Kubernetes versions to choose from. */
  public List<KubernetesVersion> versions() {
    return versions;
  }

  /** What is typed and chosen. */
  public CreateInputs inputs() {
    return inputs;
  }

  /** Grows after every change has been checked. */
  public ReadOnlyLongProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  /** What is wrong with a field, if anything is. */
  public Optional<Problem> problem(Field field) {
    return Optional.ofNullable(problems.get(field));
  }

  /** Whether a field has a say: on bare nodes, what kubeadm would set up is its user's affair. */
  public boolean counts(Field field) {
    return !inputs.bare().get() || !OF_KUBERNETES.contains(field);
  }

  /** Whether the cluster can be created. */
  public boolean valid() {
    return problems.isEmpty();
  }

  /** The name, when it is valid. */
  public ClusterName clusterName() {
    return new ClusterName(inputs.name().get().strip());
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
    ClusterSpecBuilder builder = withAddons(nodes(spec.toBuilder()));
    typed.cpus(inputs.cpus().get()).ifPresent(builder::cpus);
    typed.memory(inputs.memory().get()).ifPresent(builder::memory);
    return builder
        .ports(typed.ports(inputs.ports().get()))
        .environment(spec.environment().with(mounts()))
        .build();
  }

  private ClusterSpecBuilder nodes(ClusterSpecBuilder spec) {
    return spec.kubernetesVersion(inputs.version().get())
        .bare(inputs.bare().get())
        .controlPlanes(wantedControlPlanes())
        .workers(inputs.workers().get());
  }

  private ClusterSpecBuilder withAddons(ClusterSpecBuilder spec) {
    boolean all = !counts(Field.ADDONS);
    return spec.defaultStorage(all || inputs.storage().get())
        .cni(all || inputs.network().get() ? ClusterSpec.Cni.DEFAULT : ClusterSpec.Cni.NONE);
  }

  private List<HostMount> mounts() {
    return typed.mounts(inputs.mounts().get());
  }

  /** What is chosen comes back when nodes shall not be bare after all. */
  private int wantedControlPlanes() {
    return counts(Field.CONTROL_PLANES) ? inputs.controlPlanes().get() : 1;
  }

  private void watch(Property<?> property) {
    property.addListener(_ -> check());
  }

  private void check() {
    problems.clear();
    check(Field.NAME, this::checkName);
    check(Field.CONTROL_PLANES, () -> build(it -> it.controlPlanes(wantedControlPlanes())));
    check(Field.WORKERS, () -> build(it -> it.workers(inputs.workers().get())));
    check(Field.CPUS, () -> build(it -> typed.cpus(inputs.cpus().get()).map(it::cpus).orElse(it)));
    check(
        Field.MEMORY,
        () -> build(it -> typed.memory(inputs.memory().get()).map(it::memory).orElse(it)));
    check(Field.PORTS, () -> build(it -> it.ports(typed.ports(inputs.ports().get()))));
    check(Field.MOUNTS, () -> build(it -> it.environment(NodeEnvironment.NONE.with(mounts()))));
    revision.set(revision.get() + 1);
  }

  /** Builds a spec with one change, so that a complaint is about that field. */
  private void build(UnaryOperator<ClusterSpecBuilder> change) {
    ClusterSpec _ =
        change.apply(ClusterSpec.builder(inputs.version().get()).bare(inputs.bare().get())).build();
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
      throw typed.refusal(
          Problem.Code.NAME_TAKEN, "create.name.taken", inputs.name().get().strip());
    }
  }
}
