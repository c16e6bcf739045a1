package dev.coracle.cluster.image.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterImages.NodeImage;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.bootstrap.Parallel;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.engine.ExecResult;
import dev.coracle.cluster.engine.ExecSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What nodes hold, as kubelet sees it: through crictl in each node. */
final class NodeImageStore {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Containers containers;

  NodeImageStore(Containers containers) {
    this.containers = containers;
  }

  /** The images of these nodes, by name; one that several hold is listed once. */
  List<NodeImage> list(List<RunningNode> nodes) {
    Map<String, NodeImage> images = new LinkedHashMap<>();
    Parallel.map(nodes, this::list).stream()
        .flatMap(Collection::stream)
        .forEach(image -> images.merge(image.id(), image, NodeImageStore::merged));
    return images.values().stream()
        .sorted(Comparator.comparing(image -> String.join(" ", image.references())))
        .toList();
  }

  private List<NodeImage> list(RunningNode node) {
    List<NodeImage> images = new ArrayList<>();
    parsed(crictl(node, List.of("images", "-o", "json")))
        .path("images")
        .forEach(image -> images.add(view(image, node)));
    return images;
  }

  private static NodeImage view(JsonNode image, RunningNode node) {
    List<String> references = new ArrayList<>();
    image.path("repoTags").forEach(tag -> references.add(tag.asText()));
    image.path("repoDigests").forEach(digest -> references.add(digest.asText()));
    return new NodeImage(
        image.path("id").asText(),
        references,
        image.path("size").asLong(),
        List.of(node.name()),
        image.path("pinned").asBoolean());
  }

  private static NodeImage merged(NodeImage one, NodeImage other) {
    Set<String> references = new LinkedHashSet<>(one.references());
    references.addAll(other.references());
    List<String> nodes = new ArrayList<>(one.nodes());
    nodes.addAll(other.nodes());
    return new NodeImage(
        one.id(), List.copyOf(references), one.size(), nodes, one.pinned() || other.pinned());
  }

  /** Removes images from the nodes that hold them. */
  void remove(List<RunningNode> nodes, List<String> references) {
    List<NodeImage> held = list(nodes);
    List<NodeImage> doomed =
        references.stream().map(reference -> require(held, reference)).distinct().toList();
    Parallel.each(nodes, node -> remove(node, doomed));
  }

  private void remove(RunningNode node, List<NodeImage> doomed) {
    List<String> command = new ArrayList<>(List.of("rmi"));
    doomed.stream()
        .filter(image -> image.nodes().contains(node.name()))
        .forEach(image -> command.add(image.id()));
    if (command.size() > 1) {
      crictl(node, command);
    }
  }

  private static NodeImage require(List<NodeImage> held, String reference) {
    NodeImage image =
        held.stream()
            .filter(candidate -> isCalled(candidate, reference))
            .findFirst()
            .orElseThrow(
                () ->
                    problem(
                        Problem.Code.IMAGE_MISSING,
                        "No node holds an image \"%s\".".formatted(reference),
                        "`coracle image list` shows what is there."));
    if (image.pinned()) {
      throw problem(
          Problem.Code.USAGE,
          "\"%s\" belongs to Kubernetes itself and stays.".formatted(reference),
          "Remove images that you loaded or that pods pulled.");
    }
    return image;
  }

  private static boolean isCalled(NodeImage image, String reference) {
    return image.references().contains(reference)
        || image.references().contains(FullReference.of(reference))
        || image.id().equals(reference)
        || (reference.length() >= 12 && image.id().startsWith("sha256:" + reference));
  }

  private String crictl(RunningNode node, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of("crictl"));
    command.addAll(arguments);
    ExecResult result =
        containers.exec(node.container(), ExecSpec.of(command.toArray(String[]::new)));
    if (!result.ok()) {
      throw new ClusterException(
          Problem.of(
                  Problem.Code.NODE_BROKEN,
                  "containerd on node %s refused: %s"
                      .formatted(node.name(), String.join(" ", command)),
                  "See `coracle logs --node %s --component containerd`.".formatted(node.name()))
              .withOutput(result.stderr()));
    }
    return result.stdout();
  }

  private static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("crictl printed no JSON: " + text, e);
    }
  }

  private static ClusterException problem(Problem.Code code, String summary, String advice) {
    return new ClusterException(Problem.of(code, summary, advice));
  }
}
