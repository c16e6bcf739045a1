package dev.coracle.launcher.command;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.ClusterImages;
import dev.coracle.cluster.ClusterImages.NodeImage;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.launcher.output.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "image", description = "Work with the images of a cluster, and with node images.")
final class ImageCommand extends CommandGroup {

  private static final int SHORT_ID = "sha256:".length() + 12;

  private final Session session;

  ImageCommand(Session session) {
    this.session = session;
  }

  @Command(
      name = "load",
      description = {
        "Load images into every node: from the local engine by name, or from an archive.",
        "Only layers that the nodes lack travel."
      })
  void load(@Parameters(arity = "1..*", paramLabel = "IMAGE|FILE") List<String> images) {
    List<String> files =
        images.stream().filter(image -> Files.isRegularFile(Path.of(image))).toList();
    List<String> references = images.stream().filter(image -> !files.contains(image)).toList();
    ClusterImages target = session.services().images();
    files.forEach(
        file -> session.run(it -> target.loadArchive(session.cluster(), Path.of(file), it)));
    if (!references.isEmpty()) {
      session.run(it -> target.load(session.cluster(), references, it));
    }
  }

  @Command(name = "list", aliases = "ls", description = "List the images that the nodes hold.")
  void list(
      @Option(
              names = {"-a", "--all"},
              description = "The node image's own too.")
          boolean all) {
    List<NodeImage> images =
        session.services().images().list(session.cluster()).stream()
            .filter(image -> all || !image.pinned())
            .toList();
    Table table = new Table("IMAGE", "ID", "SIZE", "NODES");
    images.forEach(
        image ->
            table.add(
                image.references().stream().findFirst().orElse(""),
                image.id().substring(0, Math.min(SHORT_ID, image.id().length())),
                new Bytes(image.size()).toString(),
                String.valueOf(image.nodes().size())));
    session.printer().data(images, table.lines());
  }

  @Command(name = "remove", aliases = "rm", description = "Remove images from every node.")
  void remove(@Parameters(arity = "1..*", paramLabel = "IMAGE") List<String> images) {
    session.services().images().remove(session.cluster(), images);
    session.printer().say("Removed " + String.join(", ", images) + ".");
  }

  @Command(name = "build-node", description = "Make the node image if the engine lacks it.")
  void buildNode(
      @Option(names = "--kubernetes-version", paramLabel = "VERSION") @Nullable String version,
      @Option(
              names = {"-y", "--yes"},
              description = "Answer yes to what is asked before anything is installed.")
          boolean yes) {
    session.withEngine(yes, () -> build(version(version)));
  }

  private void build(KubernetesVersion version) {
    String reference = session.show(it -> session.services().nodeImages().build(version, it));
    session.result(Map.of("image", reference), List.of(reference));
  }

  @Command(
      name = "save-node",
      description = "Write the node image to a file, for machines without a network.")
  void saveNode(
      @Parameters(paramLabel = "FILE") Path file,
      @Option(names = "--kubernetes-version", paramLabel = "VERSION") @Nullable String version) {
    session.run(it -> session.services().nodeImages().save(version(version), file, it));
    session.printer().say("The node image is in %s.".formatted(file));
  }

  @Command(name = "load-node", description = "Take a node image in that save-node wrote.")
  void loadNode(@Parameters(paramLabel = "FILE") Path file) {
    session.run(it -> session.services().nodeImages().load(file, it));
    session.printer().say("The node image is loaded.");
  }

  private KubernetesVersion version(@Nullable String text) {
    return Optional.ofNullable(text)
        .map(KubernetesVersion::parse)
        .orElseGet(() -> session.services().nodeImages().versions().getFirst());
  }
}
