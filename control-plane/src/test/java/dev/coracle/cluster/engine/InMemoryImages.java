package dev.coracle.cluster.engine;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/** Images in memory: names that lead to ids with labels. */
public final class InMemoryImages implements Images {

  private record Image(String id, long size, Map<String, String> labels) {}

  private final InMemoryEngine engine;
  private final Map<String, Image> images = new TreeMap<>();

  InMemoryImages(InMemoryEngine engine) {
    this.engine = engine;
  }

  /** Puts an image there, as if somebody had built it. */
  public synchronized void put(String reference, Map<String, String> labels) {
    String id = "sha256:" + UUID.randomUUID().toString().replace("-", "").repeat(2);
    images.put(named(reference), new Image(id, 1 << 20, Map.copyOf(labels)));
  }

  @Override
  public synchronized Optional<ImageInfo> find(String reference) {
    engine.script().call("images.find", reference);
    return lookUp(reference).map(this::view);
  }

  private Optional<Image> lookUp(String reference) {
    return Optional.ofNullable(images.get(named(reference)))
        .or(() -> images.values().stream().filter(i -> i.id().equals(reference)).findFirst());
  }

  private ImageInfo view(Image image) {
    List<String> names =
        images.entrySet().stream()
            .filter(e -> e.getValue().id().equals(image.id()))
            .map(Map.Entry::getKey)
            .toList();
    return new ImageInfo(image.id(), names, image.size(), image.labels());
  }

  @Override
  public synchronized List<ImageInfo> list(Map<String, String> labels) {
    engine.script().call("images.list", labels.toString());
    return images.values().stream()
        .distinct()
        .filter(image -> Labels.carryAll(image.labels(), labels))
        .map(this::view)
        .toList();
  }

  @Override
  public void build(
      InputStream context,
      Map<String, String> arguments,
      String reference,
      Consumer<String> output) {
    engine.script().call("images.build", reference);
    read(context);
    output.accept("Successfully tagged " + reference);
    put(reference, Map.of());
  }

  @Override
  public void importRootFileSystem(InputStream tar, String reference) {
    engine.script().call("images.importRootFileSystem", reference);
    read(tar);
    put(reference, Map.of());
  }

  @Override
  public void pull(String reference, Consumer<String> output) {
    engine.script().call("images.pull", reference);
    throw missing(reference);
  }

  @Override
  public synchronized void tag(String reference, String newReference) {
    engine.script().call("images.tag", reference + " " + newReference);
    images.put(named(newReference), require(reference));
  }

  @Override
  public synchronized void push(String reference, Consumer<String> output) {
    engine.script().call("images.push", reference);
    require(reference);
    output.accept("pushed " + reference);
  }

  /** The saved form is one line per image: its id and its name. */
  @Override
  public synchronized InputStream save(List<String> references) {
    engine.script().call("images.save", String.join(" ", references));
    StringBuilder lines = new StringBuilder();
    references.forEach(
        r -> lines.append(require(r).id()).append(' ').append(named(r)).append('\n'));
    return new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public synchronized void load(InputStream tar, Consumer<String> output) {
    engine.script().call("images.load", "");
    new String(read(tar), StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.split(" ", 2))
        .forEach(
            image -> {
              images.put(image[1], new Image(image[0], 1 << 20, Map.of()));
              output.accept("Loaded image: " + image[1]);
            });
  }

  @Override
  public synchronized void remove(String reference) {
    engine.script().call("images.remove", reference);
    images.remove(named(reference));
  }

  synchronized void requirePresent(String reference) {
    require(reference);
  }

  private Image require(String reference) {
    return lookUp(reference).orElseThrow(() -> missing(reference));
  }

  private static ClusterException missing(String reference) {
    return new ClusterException(
        InMemoryEngine.refused(Problem.Code.IMAGE_MISSING, "No such image: " + reference));
  }

  private static String named(String reference) {
    return reference.lastIndexOf(':') > reference.lastIndexOf('/')
        ? reference
        : reference + ":latest";
  }

  private static byte[] read(InputStream input) {
    try (input) {
      return input.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
