package dev.coracle.cluster.metrics;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.Subscription;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.engine.ResourceSample;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Containers of which only the statistics matter: a test says what each uses. */
final class ScriptedStats {

  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  private final Map<String, Consumer<ResourceSample>> streams = new TreeMap<>();

  /** The names of the containers whose statistics are being read. */
  Set<String> open() {
    return Set.copyOf(streams.keySet());
  }

  /** A sample so many milliseconds after the start, with these counters. */
  void send(String container, long millis, long cpuNanos, long counter) {
    streams
        .get(container)
        .accept(
            new ResourceSample(
                START.plusMillis(millis),
                cpuNanos,
                Bytes.ofMebibytes(512),
                Bytes.ofMebibytes(2048),
                counter,
                2 * counter,
                3 * counter,
                4 * counter));
  }

  Containers containers() {
    return (Containers)
        Proxy.newProxyInstance(
            Containers.class.getClassLoader(),
            new Class<?>[] {Containers.class},
            (_, method, arguments) -> {
              if (!method.getName().equals("stats")) {
                throw new UnsupportedOperationException(method.getName());
              }
              return open((String) arguments[0], arguments[1]);
            });
  }

  @SuppressWarnings("unchecked") // the second parameter of stats
  private Subscription open(String container, Object listener) {
    streams.put(container, (Consumer<ResourceSample>) listener);
    return () -> streams.remove(container);
  }
}
