package dev.coracle.cluster.layout;

import dev.coracle.cluster.KubernetesVersion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An upgrade that was begun and has not ended: what a later process needs to go on with it.
 *
 * @param version the Kubernetes version that the cluster is to have
 * @param image the node image that its nodes are to have
 * @param from the node image that they had, which the way back is made of
 * @param done the Kubernetes names of the nodes that are upgraded
 */
public record UpgradeRecord(
    KubernetesVersion version, String image, String from, List<String> done) {

  private static final int FIXED = 3;

  /** Keeps an immutable copy. */
  public UpgradeRecord {
    done = List.copyOf(done);
  }

  /** The same after one more node. */
  public UpgradeRecord with(String node) {
    return new UpgradeRecord(
        version, image, from, Stream.concat(done.stream(), Stream.of(node)).distinct().toList());
  }

  /** Whether this node is upgraded. */
  public boolean isDone(NodeIdentity node) {
    return done.contains(node.name());
  }

  /** One line for a label; none of its words holds a space. */
  public String text() {
    return String.join(
        " ", Stream.concat(Stream.of(version.toString(), image, from), done.stream()).toList());
  }

  /** Reads what {@link #text} wrote; empty when there is no upgrade. */
  public static Optional<UpgradeRecord> parse(String text) {
    List<String> words = List.of(text.split(" "));
    return words.size() < FIXED
        ? Optional.empty()
        : Optional.of(
            new UpgradeRecord(
                KubernetesVersion.parse(words.get(0)),
                words.get(1),
                words.get(2),
                words.subList(FIXED, words.size())));
  }
}
