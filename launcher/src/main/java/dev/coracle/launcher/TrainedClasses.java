package dev.coracle.launcher;

import dev.coracle.cluster.Cluster;
import dev.coracle.image.NodeRecipe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yaml.snakeyaml.Yaml;

/**
 * What commands about a cluster load, without a cluster: our own classes, YAML, and the JDK's HTTP
 * client with its TLS. Read from jars and verified anew by every process, they cost a start a third
 * of a second, and half of that while the API server already waits to be asked.
 */
final class TrainedClasses {

  private static final List<Class<?>> OURS =
      List.of(Training.class, Cluster.class, NodeRecipe.class, Yaml.class);

  /** The name of its module comes before a class' package. */
  private static final int MODULE = 1;

  /** Folders below those of all modules. */
  private static final List<String> OF_JDK =
      List.of(
          "java.base/sun/security/ssl",
          "java.base/sun/security/x509",
          "java.base/sun/security/ec",
          "java.base/sun/security/util",
          "java.base/sun/security/pkcs",
          "java.base/com/sun/crypto/provider",
          "java.base/java/security/cert",
          "java.base/java/security/spec",
          "java.base/javax/net/ssl",
          "java.net.http/java/net/http",
          "java.net.http/jdk/internal/net/http");

  private static final Logger LOG = LoggerFactory.getLogger(TrainedClasses.class);

  private TrainedClasses() {}

  static void load() {
    OURS.stream().map(TrainedClasses::jar).forEach(TrainedClasses::loadJar);
    Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");
    OF_JDK.forEach(folder -> loadBelow(modules, modules.resolve(folder), MODULE));
  }

  private static Path jar(Class<?> of) {
    try {
      return Path.of(of.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void loadJar(Path jar) {
    try (FileSystem content = FileSystems.newFileSystem(jar)) {
      loadBelow(content.getPath("/"), content.getPath("/"), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Loads every class in the folder; behind the root come so many names that no package has. */
  private static void loadBelow(Path root, Path folder, int before) {
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(file -> file.toString().endsWith(".class"))
          .map(root::relativize)
          .map(file -> file.subpath(before, file.getNameCount()).toString())
          .filter(name -> !name.startsWith("META-INF") && !name.contains("-"))
          .forEach(TrainedClasses::loadFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A class whose optional dependency is absent is not loaded by any command either. */
  private static void loadFile(String file) {
    String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
    try {
      Class.forName(name, false, TrainedClasses.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      LOG.debug("{} is left out of the training", name, e);
    }
  }
}
