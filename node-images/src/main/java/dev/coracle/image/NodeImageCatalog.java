package dev.coracle.image;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The Kubernetes versions that node images can be built for. What is known is what the recipe has a
 * folder for: nothing is listed twice and nothing is fetched.
 */
public final class NodeImageCatalog {

  private static final Comparator<String> BY_RELEASE =
      Comparator.comparing(NodeImageCatalog::numbers, Arrays::compare);

  private final Supplier<Recipe> source;
  private @Nullable Recipe read;

  NodeImageCatalog(Recipe recipe) {
    this(() -> recipe);
  }

  private NodeImageCatalog(Supplier<Recipe> source) {
    this.source = source;
  }

  /**
   * The catalogue of the recipe that this library carries. It is read when it is first asked for
   * something: most commands never do, and reading takes a good part of a short command's time.
   */
  public static NodeImageCatalog builtIn() {
    return new NodeImageCatalog(Recipe::builtIn);
  }

  private synchronized Recipe recipe() {
    Recipe known = read;
    if (known == null) {
      known = source.get();
      read = known;
    }
    return known;
  }

  /** The catalogue of a recipe in a folder, laid out as {@code node-images/node} is. */
  public static NodeImageCatalog in(Path folder) {
    return new NodeImageCatalog(Recipe.in(folder));
  }

  /** The known versions, for instance {@code v1.36.3}, the newest first. */
  public List<String> versions() {
    return recipe().minorReleases().stream()
        .map(minor -> versions(minor).require("KUBERNETES_VERSION"))
        .sorted(BY_RELEASE.reversed())
        .toList();
  }

  /** The version that a cluster gets when nothing else is asked. */
  public String newest() {
    return versions().getFirst();
  }

  /**
   * What the image of this version is made of.
   *
   * @throws UnknownVersionException when there is no recipe for it
   */
  public NodeRecipe require(String version) {
    if (!versions().contains(version)) {
      throw new UnknownVersionException(version, versions());
    }
    String minor = minorOf(version);
    Settings own = versions(minor);
    Settings shared = recipe().settings("programs/versions.env");
    return new NodeRecipe(
        version,
        own.require("ETCD_TAG"),
        own.require("COREDNS_TAG"),
        own.require("PAUSE_TAG"),
        shared.require("METRICS_SERVER_TAG"),
        shared.require("LOCAL_PATH_PROVISIONER_TAG"),
        shared.require("BUSYBOX_TAG"),
        RecipeHash.of(recipe().filesOf(minor)));
  }

  /** The files of this version's image. */
  List<RecipeFile> files(NodeRecipe image) {
    return recipe().filesOf(minorOf(image.kubernetes()));
  }

  /** The name of a version's folder: {@code v1.36} for {@code v1.36.3}. */
  static String minorOf(String version) {
    return version.substring(0, version.lastIndexOf('.'));
  }

  private Settings versions(String minor) {
    return recipe().settings("kubernetes/" + minor + "/versions.env");
  }

  private static int[] numbers(String version) {
    return Arrays.stream(version.substring(1).split("\\.")).mapToInt(Integer::parseInt).toArray();
  }
}
