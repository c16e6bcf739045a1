package dev.coracle.tray.notice;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterEvent;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.Subscription;
import dev.coracle.tray.menu.Operation;
import dev.coracle.tray.menu.Texts;
import dev.coracle.tray.notice.Notice.Kind;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is news. Every fact is told once, and only when it has settled: a cluster that is
 * being stopped or started passes through states that look broken for a moment. To be used from one
 * thread.
 */
public final class Notices {

  /** How long a bad state must last before it is news. */
  public static final Duration SETTLE = Duration.ofSeconds(5);

  private final Texts texts;
  private final Later later;
  private final Consumer<Notice> sink;
  private final Map<ClusterName, Phase> settled = new HashMap<>();
  private final Map<ClusterName, Subscription> unsettled = new HashMap<>();
  private final Set<ClusterName> changing = new HashSet<>();
  private boolean engineLost;

  /** Notices in these words, sent to the sink; {@code later} must come back to the one thread. */
  public Notices(Texts texts, Later later, Consumer<Notice> sink) {
    this.texts = texts;
    this.later = later;
    this.sink = sink;
  }

  /** What was found when looking for the first time, or again, is no news. */
  public void found(Collection<Cluster> clusters) {
    forgetUnsettled();
    settled.clear();
    clusters.forEach(cluster -> settled.put(cluster.name(), cluster.status().phase()));
  }

  /** Docker did not answer from the beginning: no news, but its coming is. */
  public void absent() {
    engineLost = true;
  }

  /** Docker answers, for the first time or after it was absent, and has these clusters. */
  public void present(Collection<Cluster> clusters) {
    engineBack();
    found(clusters);
  }

  /** Something happened. */
  public void on(ClusterEvent event) {
    switch (event) {
      case ClusterEvent.Changed(Cluster cluster) -> changed(cluster);
      case ClusterEvent.Removed(ClusterName name) -> removed(name);
      case ClusterEvent.EngineLost(Problem problem) -> engineLost(problem);
      case ClusterEvent.EngineBack(_) -> engineBack();
    }
  }

  private void engineLost(Problem problem) {
    forgetUnsettled();
    if (!engineLost) {
      engineLost = true;
      sink.accept(
          new Notice(Kind.BAD, texts.get("notice.engine.lost"), texts.said(problem.advice())));
    }
  }

  private void engineBack() {
    if (engineLost) {
      engineLost = false;
      sink.accept(notice(Kind.GOOD, "notice.engine.back"));
    }
  }

  private void removed(ClusterName name) {
    forgetUnsettled(name);
    settled.remove(name);
  }

  private void changed(Cluster cluster) {
    ClusterName name = cluster.name();
    forgetUnsettled(name);
    if (changing.contains(name)) {
      return;
    }
    Phase phase = cluster.status().phase();
    if (phase == Phase.DEGRADED || phase == Phase.ERROR) {
      unsettled.put(name, later.run(SETTLE, () -> settle(cluster)));
    } else {
      settle(cluster);
    }
  }

  /** The tray began a change; what is seen until it ends is judged at the end. */
  public void begun(ClusterName name, Operation operation) {
    forgetUnsettled(name);
    changing.add(name);
    if (operation == Operation.RESTART) {
      settled.put(name, Phase.STOPPED);
    }
  }

  /** The change of the tray succeeded, and this is the cluster now. */
  public void ended(ClusterName name, @Nullable Cluster now) {
    changing.remove(name);
    if (now != null) {
      changed(now);
    }
  }

  /** The change of the tray failed. An interrupt was the user's own wish. */
  public void failed(
      ClusterName name, Operation operation, Problem problem, @Nullable Cluster now) {
    changing.remove(name);
    if (now != null) {
      settled.put(name, now.status().phase());
    }
    if (problem.code() != Problem.Code.INTERRUPTED) {
      String title = texts.get("notice.failed." + operation, name);
      sink.accept(new Notice(Kind.BAD, title, texts.line(problem)));
    }
  }

  private void settle(Cluster cluster) {
    unsettled.remove(cluster.name());
    Phase phase = cluster.status().phase();
    Phase before = settled.put(cluster.name(), phase);
    if (before == phase) {
      return;
    }
    switch (phase) {
      case RUNNING -> ready(cluster, before);
      case DEGRADED -> sink.accept(notice(Kind.WARNING, "notice.degraded", cluster.name()));
      case ERROR -> sink.accept(notice(Kind.BAD, "notice.error", cluster.name()));
      case CREATING, PAUSED, STOPPED -> {}
    }
  }

  /** A thaw takes no time worth a message. */
  private void ready(Cluster cluster, @Nullable Phase before) {
    if (before != Phase.PAUSED) {
      String key = cluster.spec().bare() ? "notice.ready.bare" : "notice.ready.body";
      String body = texts.get(key, cluster.spec().kubernetesVersion(), cluster.name().context());
      sink.accept(new Notice(Kind.GOOD, texts.get("notice.ready", cluster.name()), body));
    }
  }

  private Notice notice(Kind kind, String key, Object... arguments) {
    return new Notice(kind, texts.get(key, arguments), texts.get(key + ".body", arguments));
  }

  private void forgetUnsettled(ClusterName name) {
    Subscription waiting = unsettled.remove(name);
    if (waiting != null) {
      waiting.close();
    }
  }

  private void forgetUnsettled() {
    unsettled.values().forEach(Subscription::close);
    unsettled.clear();
  }
}
