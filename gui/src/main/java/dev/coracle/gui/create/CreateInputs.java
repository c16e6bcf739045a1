package dev.coracle.gui.create;

import dev.coracle.cluster.KubernetesVersion;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the user has typed and chosen for a new cluster, unchecked. */
public final class CreateInputs {

  private final StringProperty name;
  private final ObjectProperty<KubernetesVersion> version;
  private final ObjectProperty<Boolean> bare = new SimpleObjectProperty<>(false);
  private final ObjectProperty<Integer> controlPlanes = new SimpleObjectProperty<>(1);
  private final ObjectProperty<Integer> workers = new SimpleObjectProperty<>(0);
  private final StringProperty cpus = new SimpleStringProperty("");
  private final StringProperty memory = new SimpleStringProperty("");
  private final StringProperty ports = new SimpleStringProperty("");
  private final StringProperty mounts = new SimpleStringProperty("");
  private final ObjectProperty<Boolean> storage = new SimpleObjectProperty<>(true);
  private final ObjectProperty<Boolean> network = new SimpleObjectProperty<>(true);

  CreateInputs(String name, KubernetesVersion version) {
    this.name = new SimpleStringProperty(name);
    this.version = new SimpleObjectProperty<>(version);
  }

  /** All of them. */
  Stream<Property<?>> all() {
    return Stream.of(
        name, version, bare, controlPlanes, workers, cpus, memory, ports, mounts, storage, network);
  }

  /** The cluster's name. */
  public StringProperty name() {
    return name;
  }

  /** The Kubernetes version. */
  public ObjectProperty<KubernetesVersion> version() {
    return version;
  }

  /** Whether nodes come without Kubernetes, for the user's own kubeadm. */
  public ObjectProperty<Boolean> bare() {
    return bare;
  }

  /** How many control planes. */
  public ObjectProperty<Integer> controlPlanes() {
    return controlPlanes;
  }

  /** How many workers. */
  public ObjectProperty<Integer> workers() {
    return workers;
  }

  /** Limit of each node in cores; blank: none. */
  public StringProperty cpus() {
    return cpus;
  }

  /** Limit of each node's memory, for instance {@code 2g}; blank: none. */
  public StringProperty memory() {
    return memory;
  }

  /** Port mappings, separated by commas or blanks. */
  public StringProperty ports() {
    return ports;
  }

  /** Folders of this machine that nodes see, separated by commas. */
  public StringProperty mounts() {
    return mounts;
  }

  /** Whether there is a default StorageClass. */
  public ObjectProperty<Boolean> storage() {
    return storage;
  }

  /** Whether there is a pod network; without, the user installs one. */
  public ObjectProperty<Boolean> network() {
    return network;
  }
}
