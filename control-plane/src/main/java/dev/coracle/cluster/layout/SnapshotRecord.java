package dev.coracle.cluster.layout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.Snapshot;
import dev.coracle.cluster.SnapshotName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything about a snapshot that is not in its nodes' files.
 *
 * @param cluster the cluster that was saved
 * @param name unique among the cluster's snapshots
 * @param takenAt when
 * @param kept the cluster's spec and what is kept with it
 * @param nodes its nodes, control planes first
 * @param apiPort the API's port on the host, 0 if it was not known
 * @param architecture of the engine's machine
 * @param size what the copy takes
 */
public record SnapshotRecord(
    ClusterName cluster,
    SnapshotName name,
    Instant takenAt,
    SpecVolumes.Kept kept,
    List<SavedNode> nodes,
    int apiPort,
    String architecture,
    Bytes size) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Keeps an immutable copy. */
  public SnapshotRecord {
    nodes = List.copyOf(nodes);
  }

  /** The image that its nodes were made from, as far as that was known. */
  public Optional<String> image() {
    return nodes.stream().map(SavedNode::image).filter(image -> !image.isEmpty()).findFirst();
  }

  /** Whether these labels are a snapshot's record. */
  static boolean is(Map<String, String> labels) {
    return labels.containsKey(Labels.SNAPSHOT) && labels.containsKey(Labels.TAKEN);
  }

  /** What these labels hold. */
  static SnapshotRecord ofLabels(Map<String, String> labels) {
    return new SnapshotRecord(
        new ClusterName(labels.getOrDefault(Labels.SNAPSHOT_OF, "")),
        new SnapshotName(labels.getOrDefault(Labels.SNAPSHOT, "")),
        Instant.parse(labels.getOrDefault(Labels.TAKEN, Instant.EPOCH.toString())),
        SpecVolumes.read(labels, 0),
        SavedNode.parse(labels.getOrDefault(Labels.NODES, "")),
        Integer.parseInt(labels.getOrDefault(Labels.API_PORT, "0")),
        labels.getOrDefault(Labels.ARCHITECTURE, ""),
        new Bytes(Long.parseLong(labels.getOrDefault(Labels.SIZE, "0"))));
  }

  /** The labels that hold this. */
  Map<String, String> labels() {
    Map<String, String> labels = new TreeMap<>(Labels.ANY);
    labels.putAll(SpecVolumes.labels(kept));
    labels.put(Labels.SNAPSHOT_OF, cluster.value());
    labels.put(Labels.SNAPSHOT, name.value());
    labels.put(Labels.TAKEN, takenAt.toString());
    labels.put(Labels.NODES, SavedNode.text(nodes));
    labels.put(Labels.API_PORT, Integer.toString(apiPort));
    labels.put(Labels.ARCHITECTURE, architecture);
    labels.put(Labels.SIZE, Long.toString(size.value()));
    return labels;
  }

  /** The record as the head of a file that leaves this machine. */
  public String json() {
    try {
      return MAPPER.writeValueAsString(labels());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads what {@link #json} wrote.
   *
   * @throws IllegalArgumentException when it is something else
   */
  public static SnapshotRecord ofJson(String text) {
    try {
      Map<String, String> labels = MAPPER.readValue(text, new TypeReference<>() {});
      if (is(labels)) {
        return ofLabels(labels);
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no record of a snapshot: " + text, e);
    }
    throw new IllegalArgumentException("no record of a snapshot: " + text);
  }

  /** The same state under another name. */
  public SnapshotRecord as(ClusterName other, SnapshotName otherName) {
    return new SnapshotRecord(other, otherName, takenAt, kept, nodes, apiPort, architecture, size);
  }

  /** The nodes' identities, control planes first. */
  public List<NodeIdentity> identities() {
    return nodes.stream().map(SavedNode::node).toList();
  }

  /** What a person wants to know of it. */
  public Snapshot snapshot() {
    return new Snapshot(cluster, name, takenAt, kept.spec(), nodes.size(), size);
  }
}
