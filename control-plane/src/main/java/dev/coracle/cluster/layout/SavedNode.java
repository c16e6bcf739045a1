package dev.coracle.cluster.layout;

import dev.coracle.cluster.NodeRole;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A node as a snapshot's record holds it.
 *
 * @param node what never changes of it
 * @param image the reference that its container was made from; empty if it had none
 */
public record SavedNode(NodeIdentity node, String image) {

  /** One line for a label. */
  static String text(List<SavedNode> nodes) {
    return nodes.stream().map(SavedNode::text).collect(Collectors.joining(" "));
  }

  /** Reads what {@link #text(List)} wrote. */
  static List<SavedNode> parse(String text) {
    return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).map(SavedNode::of).toList();
  }

  private String text() {
    return String.join(
        ",",
        node.name(),
        Integer.toString(node.number()),
        node.role().label(),
        node.address(),
        node.pool(),
        image);
  }

  private static SavedNode of(String word) {
    String[] fields = word.split(",", 6);
    NodeIdentity node =
        new NodeIdentity(
            fields[0],
            Integer.parseInt(fields[1]),
            NodeRole.ofLabel(fields[2]),
            fields[3],
            fields[4]);
    return new SavedNode(node, fields[5]);
  }
}
