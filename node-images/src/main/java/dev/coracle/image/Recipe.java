package dev.coracle.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that node images are built from, for every Kubernetes version at once. */
final class Recipe {

  private static final String RESOURCE = "recipe/Dockerfile";
  private static final String VERSIONS = "kubernetes/";

  private final List<RecipeFile> files;

  private Recipe(List<RecipeFile> files) {
    this.files = files.stream().filter(Recipe::reachesTheImage).sorted().toList();
  }

  /** The recipe that this library carries, in a jar or in a folder of classes. */
  static Recipe builtIn() {
    URL dockerfile = Recipe.class.getResource(RESOURCE);
    if (dockerfile == null) {
      throw new IllegalStateException("this build of Coracle carries no " + RESOURCE);
    }
    try {
      return at(dockerfile.toURI());
    } catch (URISyntaxException | IOException e) {
      throw new IllegalStateException("cannot read the recipe at " + dockerfile, e);
    }
  }

  /** The recipe around this Dockerfile, in a folder or in a jar. */
  static Recipe at(URI dockerfile) throws IOException {
    if (!"jar".equals(dockerfile.getScheme())) {
      return in(Path.of(dockerfile).resolveSibling("."));
    }
    String[] parts = dockerfile.toString().substring("jar:".length()).split("!", 2);
    try (FileSystem jar = FileSystems.newFileSystem(Path.of(URI.create(parts[0])))) {
      return in(jar.getPath(parts[1]).resolveSibling("."));
    }
  }

  /** The recipe in this folder. */
  static Recipe in(Path folder) {
    Path root = folder.normalize();
    try (Stream<Path> paths = Files.walk(root)) {
      return new Recipe(paths.filter(Files::isRegularFile).map(at -> read(root, at)).toList());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the recipe in " + root, e);
    }
  }

  private static RecipeFile read(Path root, Path file) {
    try {
      String path = root.relativize(file).toString().replace('\\', '/');
      return new RecipeFile(path, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /**
   * Tests, notes, what boots a node by hand and a certificate left in {@code ca/} by a build by
   * hand change no image.
   */
  private static boolean reachesTheImage(RecipeFile file) {
    String path = file.path();
    return !path.endsWith(".md")
        && !path.endsWith("_test.go")
        && !path.contains("/testdata/")
        && !path.startsWith("try")
        && !path.startsWith("ca/");
  }

  /** The minor releases that have a folder, for instance {@code v1.36}, in no special order. */
  List<String> minorReleases() {
    return files.stream().map(Recipe::minorRelease).flatMap(Optional::stream).distinct().toList();
  }

  /** The files of one minor release: the shared ones and its own, by path. */
  List<RecipeFile> filesOf(String minorRelease) {
    return files.stream()
        .filter(file -> minorRelease(file).map(minorRelease::equals).orElse(true))
        .toList();
  }

  /** The settings of a file that must be there. */
  Settings settings(String path) {
    return files.stream()
        .filter(file -> file.path().equals(path))
        .findFirst()
        .map(file -> Settings.parse(path, new String(file.content(), StandardCharsets.UTF_8)))
        .orElseThrow(() -> new IllegalStateException("the recipe has no " + path));
  }

  private static Optional<String> minorRelease(RecipeFile file) {
    if (!file.path().startsWith(VERSIONS + "v")) {
      return Optional.empty();
    }
    int end = file.path().indexOf('/', VERSIONS.length());
    return end < 0 ? Optional.empty() : Optional.of(file.path().substring(VERSIONS.length(), end));
  }
}
