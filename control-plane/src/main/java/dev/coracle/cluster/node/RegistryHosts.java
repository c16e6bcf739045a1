package dev.coracle.cluster.node;

import dev.coracle.cluster.RegistrySettings;
import dev.coracle.cluster.engine.FileSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * containerd's {@code hosts.toml} of each registry that is not simply asked itself. containerd
 * reads them at every pull.
 */
public final class RegistryHosts {

  /** The folder in nodes below which the files are. */
  public static final String PARENT = "/etc/containerd";

  private static final String PULL = "  capabilities = [\"pull\", \"resolve\"]\n";

  private RegistryHosts() {}

  /** The files of all registries, by path below {@link #PARENT}. */
  public static FileSet of(RegistrySettings registries) {
    FileSet files = FileSet.EMPTY;
    for (String registry : names(registries)) {
      files = files.with(path(registry), hosts(registries, registry), FileSet.PUBLIC);
    }
    return files;
  }

  /**
   * The same for nodes that have the files of other settings: registries of which nothing is said
   * any more get an empty file, which means the same as none and needs no running node.
   */
  public static FileSet of(RegistrySettings registries, RegistrySettings before) {
    SortedSet<String> gone = names(before);
    gone.removeAll(names(registries));
    FileSet files = of(registries);
    for (String registry : gone) {
      files = files.with(path(registry), "", FileSet.PUBLIC);
    }
    return files;
  }

  private static SortedSet<String> names(RegistrySettings registries) {
    SortedSet<String> names = new TreeSet<>(registries.mirrors().keySet());
    names.addAll(registries.insecure());
    return names;
  }

  private static String path(String registry) {
    String folder = registry.equals(RegistrySettings.ANY) ? "_default" : registry;
    return "certs.d/%s/hosts.toml".formatted(folder);
  }

  /** Mirrors in their order; then the registry itself, which containerd adds where nothing is. */
  private static String hosts(RegistrySettings registries, String registry) {
    StringBuilder text = new StringBuilder();
    registries
        .mirrors()
        .getOrDefault(registry, List.of())
        .forEach(address -> add(text, address, isInsecure(registries, address)));
    if (registries.insecure().contains(registry)) {
      add(text, "https://" + registry, true);
      add(text, "http://" + registry, false);
    }
    return text.toString();
  }

  private static boolean isInsecure(RegistrySettings registries, String address) {
    return registries.insecure().stream()
        .anyMatch(insecure -> address.startsWith("https://" + insecure));
  }

  private static void add(StringBuilder text, String address, boolean unverified) {
    text.append("[host.\"%s\"]\n".formatted(address)).append(PULL);
    if (unverified) {
      text.append("  skip_verify = true\n");
    }
  }
}
