package dev.coracle.cluster.engine;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** What a test tells the in-memory engine to do, and what it heard of the calls made to it. */
public final class EngineScript {

  /** Answers a command that runs in a container. */
  @FunctionalInterface
  public interface ExecHandler {

    /** The result, or empty when this handler does not know the command. */
    Optional<ExecResult> handle(String container, List<String> command, byte[] input);
  }

  private record Failure(Predicate<String> call, Problem problem) {}

  private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  private final Queue<Failure> failures = new ArrayDeque<>();
  private final List<ExecHandler> handlers = Collections.synchronizedList(new ArrayList<>());
  private volatile Function<String, List<String>> printedAtStart = _ -> List.of();
  private volatile BiConsumer<String, String> beforeCall = (_, _) -> {};

  EngineScript() {}

  /** Lets the next call, whatever it is, throw this problem. */
  public void failNext(Problem problem) {
    failNext("", problem);
  }

  /**
   * Lets the next call that begins with {@code call} throw this problem once.
   *
   * @param call a verb and the start of its object, for instance {@code containers.start demo-}
   */
  public synchronized void failNext(String call, Problem problem) {
    failures.add(new Failure(made -> made.startsWith(call), problem));
  }

  /** Answers commands; the handler added last is asked first. */
  public void onExec(ExecHandler handler) {
    handlers.addFirst(handler);
  }

  /** Lets every container print lines when it starts, as a function of its name. */
  public void printAtStart(Function<String, List<String>> lines) {
    printedAtStart = lines;
  }

  /** Runs before every call with its verb and object, for instance to block or to interrupt. */
  public void beforeCall(BiConsumer<String, String> hook) {
    beforeCall = hook;
  }

  /** The calls so far, for instance {@code containers.start demo-control-plane-1}. */
  public List<String> calls() {
    synchronized (calls) {
      return List.copyOf(calls);
    }
  }

  /** Notes a call and throws what was planned for it. */
  void call(String verb, String object) {
    String call = verb + " " + object;
    calls.add(call);
    beforeCall.accept(verb, object);
    takeFailure(call)
        .ifPresent(
            problem -> {
              throw new ClusterException(problem);
            });
  }

  private synchronized Optional<Problem> takeFailure(String call) {
    for (Iterator<Failure> i = failures.iterator(); i.hasNext(); ) {
      Failure failure = i.next();
      if (failure.call.test(call)) {
        i.remove();
        return Optional.of(failure.problem);
      }
    }
    return Optional.empty();
  }

  Optional<ExecResult> exec(String container, List<String> command, byte[] input) {
    return List.copyOf(handlers).stream()
        .flatMap(handler -> handler.handle(container, command, input).stream())
        .findFirst();
  }

  List<String> linesAtStart(String container) {
    return printedAtStart.apply(container);
  }
}
