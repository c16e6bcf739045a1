package dev.coracle.cluster.snapshot;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.engine.ContainerSpec;
import dev.coracle.cluster.engine.ContainerSpec.Mount;
import dev.coracle.cluster.engine.ContainerSpec.Privileges;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.engine.ExecResult;
import dev.coracle.cluster.engine.ExecSpec;
import dev.coracle.cluster.engine.FileSet;
import dev.coracle.cluster.engine.Resources;
import dev.coracle.cluster.engine.TarArchive;
import dev.coracle.cluster.layout.Labels;
import dev.coracle.cluster.layout.ObjectNames;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The container that copies a cluster's volumes: it sleeps, and each verb of {@code copies.sh} is
 * run in it.
 */
public final class Copier {

  /** What it takes to read everything and to write it as it was: owners, devices, attributes. */
  private static final Set<String> CAPABILITIES =
      Set.of(
          "CHOWN",
          "DAC_OVERRIDE",
          "DAC_READ_SEARCH",
          "FOWNER",
          "FSETID",
          "MKNOD",
          "SETFCAP",
          "SYS_ADMIN");

  /** One that a killed process left ends by itself, and is started again only with the engine. */
  private static final List<String> SLEEP = List.of("/usr/bin/sleep", "86400");

  /** The first file of an exported snapshot: its record. */
  public static final String HEADER = "coracle-snapshot.json";

  private static final String FULL = "No space left on device";

  private final Containers containers;
  private final ClusterName cluster;
  private final String name;

  /** The copier of this cluster. */
  public Copier(Containers containers, ClusterName cluster) {
    this.containers = containers;
    this.cluster = cluster;
    this.name = ObjectNames.copier(cluster);
  }

  /**
   * Starts it from this image, with the copies and these nodes' volumes; one that was left is
   * removed first.
   *
   * @param nodes the nodes' Kubernetes names
   * @param direction which side is written
   * @param frozen the containers that will be frozen while it copies
   */
  public void start(String image, List<String> nodes, Direction direction, List<String> frozen) {
    remove();
    List<Mount> mounts = new ArrayList<>();
    mounts.add(new Mount(ObjectNames.SNAPSHOTS, "/snapshots", direction == Direction.RESTORE));
    for (String node : nodes) {
      String volume = ObjectNames.node(cluster, node);
      mounts.add(new Mount(volume, "/nodes/" + node, direction == Direction.SAVE));
    }
    containers.create(spec(image, mounts, labels(direction, frozen)));
    containers.start(name);
  }

  /** Which side of a copy is written; the other one is mounted read-only. */
  public enum Direction {
    SAVE,
    RESTORE
  }

  /** Who finds one that a killed process left must know what that was about to do. */
  private Map<String, String> labels(Direction direction, List<String> frozen) {
    Map<String, String> labels = new TreeMap<>(Labels.ANY);
    labels.put(Labels.SNAPSHOT_OF, cluster.value());
    labels.put(Labels.ROLE, direction.name().toLowerCase(Locale.ROOT));
    labels.put(Labels.FROZEN, String.join(" ", frozen));
    return labels;
  }

  /** The containers that a copier which was left may have left frozen. */
  public static List<String> frozenBy(ContainerInfo left) {
    String names = left.labels().getOrDefault(Labels.FROZEN, "");
    return names.isEmpty() ? List.of() : List.of(names.split(" "));
  }

  private ContainerSpec spec(String image, List<Mount> mounts, Map<String, String> labels) {
    return new ContainerSpec(
        name,
        image,
        "copier",
        SLEEP,
        labels,
        "none",
        Optional.empty(),
        mounts,
        Map.of(),
        List.of(),
        Privileges.unconfined(true, CAPABILITIES),
        Resources.UNLIMITED,
        Duration.ofSeconds(1));
  }

  /** Removes it, and with it whatever it does. */
  public void remove() {
    containers.remove(name);
  }

  /**
   * Runs a verb of {@code copies.sh}, and gives what it printed.
   *
   * @throws ClusterException with {@link Problem.Code#DISK_FULL} or {@link
   *     Problem.Code#ENGINE_FAILED}
   */
  public String run(String verb, String... arguments) {
    List<String> words = new ArrayList<>(List.of(verb));
    words.addAll(List.of(arguments));
    return run(Script.COPIES, words);
  }

  /**
   * Makes the copied data of etcd that of a new cluster.
   *
   * @param renew whether its credentials will be others
   * @param token unique for the new cluster
   * @param members every control plane with its new address, {@code NAME=ADDRESS}
   * @return whether the cluster has a kube-proxy, whose configuration is now missing
   */
  public boolean renewMembers(boolean renew, String token, List<String> members) {
    List<String> words = new ArrayList<>(List.of(renew ? "renew" : "keep", token));
    words.addAll(members);
    return run(Script.MEMBERS, words).contains("proxy");
  }

  /**
   * Writes a snapshot as a gzip'd tar.
   *
   * @param path the snapshot's, {@code CLUSTER/NAME}
   * @param header the archive's first file, {@link #HEADER}
   */
  public void exportTo(String path, String header, OutputStream out) {
    FileSet file = FileSet.EMPTY.with(HEADER, header, FileSet.PRIVATE);
    containers.copyIn(name, "/tmp", TarArchive.of(file));
    exec("export", path, new Streams(Optional.empty(), Optional.of(out)));
  }

  /** Reads what {@link #exportTo} wrote. */
  public void importFrom(String path, InputStream in) {
    exec("import", path, new Streams(Optional.of(in), Optional.empty()));
  }

  private record Streams(Optional<InputStream> in, Optional<OutputStream> out) {}

  private void exec(String verb, String path, Streams streams) {
    run(Script.COPIES, List.of(verb, path), streams);
  }

  private String run(Script script, List<String> words) {
    return run(script, words, new Streams(Optional.empty(), Optional.empty()));
  }

  private String run(Script script, List<String> words, Streams streams) {
    List<String> command = new ArrayList<>(List.of("sh", "-c", script.text(), script.title()));
    command.addAll(words);
    ExecResult result =
        containers.exec(name, new ExecSpec(command, streams.in(), streams.out(), false));
    if (!result.ok()) {
      throw failed(script.title() + " " + words.getFirst(), result);
    }
    return result.stdout().strip();
  }

  private ClusterException failed(String verb, ExecResult result) {
    Problem problem =
        result.stderr().contains(FULL)
            ? Problem.of(
                Problem.Code.DISK_FULL,
                "The engine's disk is full: the volumes of cluster \"%s\" could not be copied."
                    .formatted(cluster),
                "Free some space, for instance with `coracle snapshot delete`.")
            : Problem.of(
                Problem.Code.ENGINE_FAILED,
                "Copying the volumes of cluster \"%s\" failed (%s, exit code %d)."
                    .formatted(cluster, verb, result.exitCode()),
                "Run it again with -v; `docker system df` shows how full the engine is.");
    return new ClusterException(problem.withOutput(result.stderr()));
  }
}
