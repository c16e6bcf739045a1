package dev.coracle.cluster.kubeconfig;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The files that kubectl would read, in its order.
 *
 * @param all at least one; they need not exist
 */
record KubeconfigPaths(List<Path> all) {

  KubeconfigPaths {
    all = List.copyOf(all);
  }

  /** From {@code KUBECONFIG}, a list like PATH, or else {@code .kube/config} in the home folder. */
  static KubeconfigPaths of(Map<String, String> environment, Path home) {
    List<Path> listed =
        Arrays.stream(environment.getOrDefault("KUBECONFIG", "").split(File.pathSeparator))
            .filter(name -> !name.isEmpty())
            .distinct()
            .map(name -> Path.of(name).toAbsolutePath())
            .toList();
    return new KubeconfigPaths(
        listed.isEmpty() ? List.of(home.resolve(".kube").resolve("config")) : listed);
  }

  /** Where kubectl writes what stands nowhere yet: the first file that exists, else the last. */
  Path destination() {
    return all.stream().filter(Files::exists).findFirst().orElse(all.getLast());
  }
}
