package dev.coracle.tray;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterService;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.progress.ProgressListener;
import dev.coracle.tray.menu.Command;
import dev.coracle.tray.menu.Operation;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what the menu was asked for, each command on a virtual thread of its own. */
final class Commands implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Commands.class);
  private static final Duration GRACE = Duration.ofSeconds(10);

  /** How long what was interrupted may take to undo. */
  private static final Duration UNDO = Duration.ofSeconds(10);

  private final ClusterService service;
  private final TrayCallbacks callbacks;
  private final TrayLoop loop;
  private final Map<ClusterName, Thread> changes = new ConcurrentHashMap<>();

  Commands(ClusterService service, TrayCallbacks callbacks, TrayLoop loop) {
    this.service = service;
    this.callbacks = callbacks;
    this.loop = loop;
  }

  /** Begins the command and returns. */
  void run(Command command) {
    switch (command) {
      case Command.Change(ClusterName name, Operation operation) -> change(name, operation);
      case Command.Cancel(ClusterName name) -> cancel(name);
      case Command.UseContext(ClusterName name) -> aside(() -> useContext(name));
      case Command.CopyKubeconfigPath(ClusterName name) ->
          aside(() -> callbacks.copyKubeconfigPath(name));
      case Command.OpenTerminal(ClusterName name) -> aside(() -> callbacks.openTerminal(name));
      case Command.Browse(URI address) -> aside(() -> callbacks.browse(address));
      case Command.OpenWindow() -> aside(callbacks::openWindow);
      case Command.OpenPreferences() ->
          aside(() -> callbacks.preferences().ifPresent(Runnable::run));
      case Command.Quit() -> aside(callbacks::quit);
    }
  }

  private void useContext(ClusterName name) {
    callbacks.useContext(name);
    loop.refreshContext();
  }

  private void cancel(ClusterName name) {
    Thread running = changes.get(name);
    if (running != null) {
      running.interrupt();
    }
  }

  /** A second click on a cluster that is changing does nothing. */
  private void change(ClusterName name, Operation operation) {
    Thread thread =
        Thread.ofVirtual().name("coracle-tray-" + name).unstarted(() -> changeNow(name, operation));
    if (changes.putIfAbsent(name, thread) == null) {
      loop.begun(name, operation);
      thread.start();
    }
  }

  private void changeNow(ClusterName name, Operation operation) {
    try {
      perform(name, operation);
      loop.ended(name);
    } catch (ClusterException e) {
      LOG.info("operation failed cluster={} operation={}", name, operation, e);
      loop.failed(name, operation, e.problem());
    } catch (RuntimeException e) {
      LOG.error("operation failed cluster={} operation={}", name, operation, e);
      loop.failed(name, operation, unexpected(e));
    } finally {
      changes.remove(name);
    }
  }

  private void perform(ClusterName name, Operation operation) {
    switch (operation) {
      case START -> service.start(name, StartRequest.defaults(), ProgressListener.NONE);
      case STOP -> service.stop(name, GRACE, ProgressListener.NONE);
      case PAUSE -> service.pause(name, ProgressListener.NONE);
      case RESUME -> service.resume(name, ProgressListener.NONE);
      case RESTART -> service.restart(name, GRACE, ProgressListener.NONE);
    }
  }

  private void aside(Runnable task) {
    Thread.ofVirtual().name("coracle-tray-command").start(() -> guarded(task));
  }

  private void guarded(Runnable task) {
    try {
      task.run();
    } catch (ClusterException e) {
      LOG.info("menu command failed", e);
      loop.commandFailed(e.problem());
    } catch (RuntimeException e) {
      LOG.error("menu command failed", e);
      loop.commandFailed(unexpected(e));
    }
  }

  private static Problem unexpected(RuntimeException e) {
    return Problem.of(Problem.Code.INTERNAL, String.valueOf(e.getMessage()), "");
  }

  /** Interrupts every change and waits until each has been undone, for a limited time. */
  @Override
  public void close() {
    changes.values().forEach(Thread::interrupt);
    changes.values().forEach(Commands::await);
  }

  private static void await(Thread thread) {
    try {
      if (!thread.join(UNDO)) {
        LOG.warn("operation not undone in time thread={}", thread.getName());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
