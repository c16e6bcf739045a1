package dev.coracle.cluster.kubeconfig;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.kubeconfig.YamlNode.Mapping;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The kubeconfig files of the user: those that kubectl would use. Whatever is not Coracle's own
 * stays byte for byte, and a failure leaves every file as it was.
 *
 * <p>Methods throw {@link dev.coracle.cluster.ClusterException} with {@code KUBECONFIG_INVALID}
 * when a file cannot be understood, {@code KUBECONFIG_READ_ONLY} when it cannot be written and
 * {@code KUBECONFIG_LOCKED} when another program holds it for too long.
 */
public final class KubeconfigFiles {

  private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(10);

  private final KubeconfigPaths paths;
  private final Duration lockTimeout;

  KubeconfigFiles(KubeconfigPaths paths, Duration lockTimeout) {
    this.paths = paths;
    this.lockTimeout = lockTimeout;
  }

  /**
   * The files that kubectl would use with this environment.
   *
   * @param environment {@code KUBECONFIG} counts
   * @param home the user's home folder
   */
  public static KubeconfigFiles of(Map<String, String> environment, Path home) {
    return new KubeconfigFiles(KubeconfigPaths.of(environment, home), LOCK_TIMEOUT);
  }

  /** Where a new entry goes. */
  public Path destination() {
    return paths.destination();
  }

  /**
   * Adds or corrects the entry of a cluster. A namespace that the user chose in its context stays.
   *
   * @param keepContext whether the current context stays too; otherwise it becomes this cluster's
   */
  public void write(KubeconfigEntry entry, boolean keepContext) {
    change(set -> put(set, entry, keepContext));
  }

  /** Fails as {@link #write} would fail for a new entry of this cluster, but changes nothing. */
  public void requireWritable(ClusterName cluster, boolean keepContext) {
    KubeconfigEntry entry = new KubeconfigEntry(cluster, "", "", "", "");
    // Where there is no folder yet, nobody holds a file in it, and a lock would make the folder.
    List<Path> files = lockedFiles().stream().filter(KubeconfigFiles::hasFolder).toList();
    try (var _ = KubeconfigLock.acquire(files, lockTimeout)) {
      KubeconfigSet set = KubeconfigSet.read(paths);
      put(set, entry, keepContext);
      set.requireWritable();
    }
  }

  private static boolean hasFolder(Path file) {
    return Files.isDirectory(AtomicFile.folder(file.toAbsolutePath()));
  }

  private static void put(KubeconfigSet set, KubeconfigEntry entry, boolean keepContext) {
    String name = entry.cluster().context();
    Memory memory = CurrentContext.memory(set, name);
    set.put(Section.CLUSTERS, Items.cluster(item(set, Section.CLUSTERS, name), entry));
    set.put(Section.USERS, Items.user(item(set, Section.USERS, name), entry));
    Mapping context = Items.context(item(set, Section.CONTEXTS, name), entry);
    set.put(Section.CONTEXTS, memory.into(context));
    if (!keepContext) {
      CurrentContext.select(set, name);
    }
  }

  /** Makes this cluster's context the current one. */
  public void use(ClusterName cluster) {
    change(
        set -> {
          if (set.find(Section.CONTEXTS, cluster.context()).isEmpty()) {
            throw KubeconfigProblems.noEntry(cluster);
          }
          CurrentContext.select(set, cluster.context());
        });
  }

  /**
   * Removes whatever there is of a cluster. If its context is the current one, the one before it
   * becomes current again.
   */
  public void remove(ClusterName cluster) {
    String name = cluster.context();
    change(
        set -> {
          Memory memory = Memory.of(item(set, Section.CONTEXTS, name));
          KubeconfigFile holder = set.holder(Section.CONTEXTS, name);
          CurrentContext.remove(set, name, memory.previousContext());
          holder.removeEmptyLists(memory.addedLists());
          if (memory.createdFile()) {
            set.removeBlankFiles();
          }
        });
  }

  /** Where the files say that a cluster's API is; empty if they do not. */
  public Optional<String> server(ClusterName cluster) {
    KubeconfigSet set = KubeconfigSet.read(paths);
    return target(set, item(set, Section.CONTEXTS, cluster.context()))
        .map(target -> target.mapping("cluster").text("server"))
        .filter(server -> !server.isEmpty());
  }

  private static Optional<Mapping> target(KubeconfigSet set, Mapping context) {
    return set.find(Section.CLUSTERS, context.mapping("context").text("cluster"));
  }

  /** What the files say about a cluster whose API is at {@code server}. */
  public KubeconfigState state(ClusterName cluster, String server, String authority) {
    String name = cluster.context();
    KubeconfigSet set = KubeconfigSet.read(paths);
    Mapping context = item(set, Section.CONTEXTS, name);
    Optional<Mapping> target = target(set, context);
    Optional<Mapping> user = set.find(Section.USERS, context.mapping("context").text("user"));
    if (user.isPresent() && target.filter(t -> Items.leadsTo(t, server, authority)).isPresent()) {
      return KubeconfigState.CONFIGURED;
    }
    return isAnywhere(set, name) ? KubeconfigState.MISCONFIGURED : KubeconfigState.ABSENT;
  }

  /** The context that kubectl uses; empty if there is none. */
  public String currentContext() {
    return KubeconfigSet.read(paths).currentContext();
  }

  /** A kubeconfig with this entry alone. */
  public static String render(KubeconfigEntry entry) {
    String name = entry.cluster().context();
    return KubeconfigText.parse("apiVersion: v1\nkind: Config\n")
        .put(Section.CLUSTERS, Items.cluster(Mapping.empty(), entry))
        .put(Section.CONTEXTS, Items.context(Mapping.empty(), entry))
        .set("current-context", name)
        .put(Section.USERS, Items.user(Mapping.empty(), entry))
        .text();
  }

  private static boolean isAnywhere(KubeconfigSet set, String name) {
    for (Section section : Section.values()) {
      if (set.find(section, name).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static Mapping item(KubeconfigSet set, Section section, String name) {
    return set.find(section, name).orElse(Mapping.empty());
  }

  private void change(Consumer<KubeconfigSet> change) {
    try (var _ = KubeconfigLock.acquire(lockedFiles(), lockTimeout)) {
      KubeconfigSet set = KubeconfigSet.read(paths);
      change.accept(set);
      set.save();
    }
  }

  private List<Path> lockedFiles() {
    List<Path> files = new ArrayList<>(paths.all().stream().filter(Files::exists).toList());
    files.add(paths.destination());
    return files;
  }
}
