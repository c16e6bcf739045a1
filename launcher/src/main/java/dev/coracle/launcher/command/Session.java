package dev.coracle.launcher.command;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.progress.ProgressListener;
import dev.coracle.launcher.config.Config;
import dev.coracle.launcher.host.EngineSetup;
import dev.coracle.launcher.host.Executables;
import dev.coracle.launcher.host.Folders;
import dev.coracle.launcher.output.Console;
import dev.coracle.launcher.output.Printer;
import dev.coracle.launcher.output.Progress;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What one run of the command line has at hand. */
public final class Session {

  private final Services services;
  private final Console console;
  private final Folders folders;
  private final Runnable guard;
  private final GlobalOptions options = new GlobalOptions();
  private List<String> passedOn = List.of();

  /**
   * A run with these services, on this console, for the user of these folders.
   *
   * @param guard called before anything that Ctrl-C must undo or end in an orderly way
   */
  public Session(Services services, Console console, Folders folders, Runnable guard) {
    this.guard = guard;
    this.services = services;
    this.console = console;
    this.folders = folders;
  }

  void passOn(List<String> arguments) {
    passedOn = List.copyOf(arguments);
  }

  GlobalOptions options() {
    return options;
  }

  Services services() {
    return services;
  }

  Console console() {
    return console;
  }

  Folders folders() {
    return folders;
  }

  /** The user's defaults for new clusters. */
  Config config() {
    return new Config(folders.config().resolve("config.json"));
  }

  /** The printer that the options ask for; valid once they are parsed. */
  Printer printer() {
    return new Printer(console, options.choices());
  }

  /** The cluster that is meant when a command names none by itself. */
  ClusterName cluster() {
    return cluster(null);
  }

  /** The cluster that is meant: named here, by --cluster, by CORACLE_CLUSTER, or the default. */
  ClusterName cluster(@Nullable String named) {
    if (named != null) {
      return new ClusterName(named);
    }
    String option = options.cluster;
    return option != null
        ? new ClusterName(option)
        : console.variable("CORACLE_CLUSTER").map(ClusterName::new).orElse(ClusterName.DEFAULT);
  }

  /** Whether the user said which cluster is meant. */
  boolean namesCluster() {
    return options.cluster != null || console.variable("CORACLE_CLUSTER").isPresent();
  }

  /** Runs an operation and shows its progress. */
  <T> T show(Function<ProgressListener, T> operation) {
    guard.run();
    try (Progress progress = printer().progress()) {
      return operation.apply(progress);
    }
  }

  /**
   * Runs what needs an engine; where none answers, sets one up if the user agrees, and runs again.
   */
  void withEngine(boolean agreed, Runnable command) {
    try {
      command.run();
    } catch (ClusterException e) {
      if (!new EngineSetup(console.environment()).cure(e.problem(), agreed)) {
        throw e;
      }
      command.run();
    }
  }

  /** Runs an operation without a result and shows its progress. */
  void run(Consumer<ProgressListener> operation) {
    guard.run();
    try (Progress progress = printer().progress()) {
      operation.accept(progress);
    }
  }

  /** Runs an operation whose progress would only be in the way of its result. */
  void silently(Consumer<ProgressListener> operation) {
    guard.run();
    operation.accept(_ -> {});
  }

  /** Prints what an operation made, unless its events were printed instead. */
  void result(Object value, List<String> text) {
    if (!options.jsonEvents) {
      printer().data(value, text);
    }
  }

  /** Whether the user has a kubectl. */
  boolean hasKubectl() {
    return Executables.find("kubectl", console.environment()).isPresent();
  }

  /** What the user wrote for another program, which this one must not read. */
  List<String> passedOn() {
    return passedOn;
  }

  /** Blocks until Ctrl-C, which is how a command that follows something ends. */
  void awaitInterrupt() {
    guard.run();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException _) {
      console.out().flush();
    }
  }
}
