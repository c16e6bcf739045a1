package dev.coracle.cluster.local.snapshot;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.bootstrap.Plan;
import dev.coracle.cluster.bootstrap.Step;
import dev.coracle.cluster.bootstrap.StepProgress;
import dev.coracle.cluster.engine.Networks.NetworkInfo;
import dev.coracle.cluster.layout.Labels;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.layout.SnapshotRecord;
import dev.coracle.cluster.layout.Subnet;
import dev.coracle.cluster.layout.SubnetPicker;
import dev.coracle.cluster.local.node.BootWatch;
import dev.coracle.cluster.local.parts.Tools;
import dev.coracle.cluster.local.start.Return;
import dev.coracle.cluster.local.step.ImageTime;
import dev.coracle.cluster.local.step.WholeCall;
import dev.coracle.cluster.snapshot.Copier.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes a cluster what a snapshot holds. The copy is made beside the state that the cluster has,
 * which may run meanwhile; from the moment at which it is complete it counts, and whatever
 * interrupts what follows, the next command finishes that.
 */
public final class Restoring {

  /** On what exists while a snapshot is restored. */
  static final String ROLE = "restore";

  private final Tools tools;
  private final SnapshotRecord saved;
  private final RestoredParts parts;
  private final BootWatch boot;
  private final Copies copies;
  private final Switch change;
  private volatile boolean committed;

  /** To be called with the cluster's lock held. */
  public Restoring(Tools tools, SnapshotRecord saved, RestoredParts parts, BootWatch boot) {
    this.tools = tools;
    this.saved = saved;
    this.parts = parts;
    this.boot = boot;
    this.copies = new Copies(tools, saved.cluster());
    this.change = new Switch(tools, saved, parts);
  }

  /** What it takes; until the copy is complete all of it can be taken back. */
  public Plan plan() {
    List<Step> steps = new ArrayList<>();
    steps.add(
        Step.of("prepare", "Preparing the copy", Set.of(), this::prepare)
            .within(ImageTime.LIMIT)
            .undoneBy(this::takeBack));
    steps.add(
        Step.of("copy", "Copying the snapshot", Set.of("prepare"), progress -> copy())
            .within(Copies.LIMIT));
    steps.add(Step.of("stop", "Stopping the nodes", Set.of("copy"), progress -> change.stop()));
    steps.add(
        Step.of(
            "switch",
            "Putting the copy in place",
            Set.of("stop"),
            progress -> change.putInPlace()));
    steps.addAll(start().stepsAfter(Set.of("switch")));
    steps.add(
        Step.of("clean", "Removing the old state", Set.of("ready"), progress -> change.clean())
            .within(Copies.LIMIT));
    return new Plan(steps);
  }

  private Return start() {
    StartRequest request = StartRequest.from(parts.imageOfNew(tools.engine().images()));
    return new Return(tools, parts.after(), saved.kept().spec(), request, boot);
  }

  private ClusterName cluster() {
    return saved.cluster();
  }

  private void prepare(StepProgress progress) {
    requireAddresses();
    String image =
        copies.image(parts.presentImage(), saved.kept().spec().kubernetesVersion(), progress);
    WholeCall.run(
        () -> {
          tools.engine().volumes().create(ObjectNames.restoring(cluster()), marker());
          parts.added().forEach(this::createVolume);
          copies
              .copier()
              .start(image, Copies.names(saved.identities()), Direction.RESTORE, List.of());
        });
  }

  private Map<String, String> marker() {
    Map<String, String> labels = new TreeMap<>(Labels.of(cluster(), ROLE));
    labels.put(Labels.SNAPSHOT, saved.name().value());
    labels.put(Labels.ADDED, String.join(" ", Copies.names(parts.added())));
    return labels;
  }

  private void createVolume(NodeIdentity node) {
    String volume = ObjectNames.node(cluster(), node.name());
    tools.engine().volumes().create(volume, node.labels(cluster()));
  }

  /** Certificates and etcd hold the nodes' addresses, so another network will not do. */
  private void requireAddresses() {
    Subnet subnet = Subnet.around(saved.identities().getFirst().address());
    String own = ObjectNames.network(cluster());
    List<NetworkInfo> others =
        tools.engine().networks().list().stream()
            .filter(network -> !network.name().equals(own))
            .toList();
    if (!parts.hasNetwork(subnet) && !SubnetPicker.isFree(subnet, others)) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.NETWORK_CONFLICT,
              "The snapshot's network %s is in use by something else now.".formatted(subnet.cidr()),
              "Find it with `docker network ls`, remove it, then try again."));
    }
  }

  private void copy() {
    copies.run("stage", saved.name(), saved.identities());
    WholeCall.run(
        () -> {
          tools.engine().volumes().create(ObjectNames.restored(cluster()), marker());
          committed = true;
        });
  }

  private void takeBack() {
    if (committed) {
      copies.copier().remove();
    } else {
      new SnapshotRecovery(tools, cluster()).takeBackRestore(Copies.names(parts.added()));
    }
  }
}
