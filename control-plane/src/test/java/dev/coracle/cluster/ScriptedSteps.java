package dev.coracle.cluster;

import dev.coracle.cluster.progress.ProgressEvent;
import dev.coracle.cluster.progress.ProgressListener;
import dev.coracle.cluster.progress.StepInfo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Plays the steps of an operation: how long each takes, which fails, which waits for the test. */
final class ScriptedSteps {

  private final Map<String, Duration> delays = new ConcurrentHashMap<>();
  private final Map<String, Problem> failures = new ConcurrentHashMap<>();
  private final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();
  private final Map<String, List<ProgressEvent>> details = new ConcurrentHashMap<>();
  private volatile Duration everyDelay = Duration.ZERO;

  void delayEvery(Duration delay) {
    everyDelay = delay;
  }

  void delay(String step, Duration delay) {
    delays.put(step, delay);
  }

  void fail(String step, Problem problem) {
    failures.put(step, problem);
  }

  void detail(String step, List<ProgressEvent> events) {
    details.put(step, events);
  }

  CountDownLatch hold(String step) {
    return gates.computeIfAbsent(step, _ -> new CountDownLatch(1));
  }

  /** Plays every step in order; throws what a real operation would. */
  void run(List<StepInfo> steps, ProgressListener listener) {
    listener.on(new ProgressEvent.Planned(steps));
    steps.forEach(step -> run(step.id(), listener));
  }

  private void run(String step, ProgressListener listener) {
    listener.on(new ProgressEvent.Started(step));
    details.getOrDefault(step, List.of()).forEach(listener::on);
    Duration took = delays.getOrDefault(step, everyDelay);
    try {
      pass(step, took);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(step, INTERRUPTED, listener);
    }
    Problem failure = failures.remove(step);
    if (failure != null) {
      throw failed(step, failure, listener);
    }
    listener.on(new ProgressEvent.Succeeded(step, took));
  }

  private void pass(String step, Duration took) throws InterruptedException {
    CountDownLatch gate = gates.remove(step);
    if (gate != null) {
      gate.await();
    }
    Thread.sleep(took);
  }

  private static final Problem INTERRUPTED =
      new Problem(
          Problem.Code.INTERRUPTED,
          "The operation was interrupted.",
          "What it had begun was undone; run it again when you like.",
          Optional.empty());

  private static ClusterException failed(String step, Problem problem, ProgressListener listener) {
    listener.on(new ProgressEvent.Failed(step, problem));
    return new ClusterException(problem);
  }
}
