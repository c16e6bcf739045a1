package dev.coracle.launcher.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The real kubectl, in one context. */
final class Kubectl {

  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final Cli user;
  private final List<String> command;

  Kubectl(Cli user, List<String> command) {
    this.user = user;
    this.command = List.copyOf(command);
  }

  /** The same kubectl in a new namespace; it goes with its cluster. */
  Kubectl inNew(String namespace) {
    ok("create", "namespace", namespace);
    Kubectl inside = in(namespace);
    Eventually.passes(
        "the namespace's account is there", () -> inside.ok("get", "serviceaccount", "default"));
    return inside;
  }

  /** The same kubectl in a namespace that exists. */
  Kubectl in(String namespace) {
    return new Kubectl(user, Stream.concat(command.stream(), Stream.of("-n", namespace)).toList());
  }

  Result run(String... arguments) {
    return begin(arguments).await(LIMIT);
  }

  Result ok(String... arguments) {
    return run(arguments).ok();
  }

  /** What it prints, without the white space around it. */
  String text(String... arguments) {
    return ok(arguments).text();
  }

  /** A field of an object, by its JSONPath. */
  String field(String object, String path) {
    return text("get", object, "-o", "jsonpath={" + path + "}");
  }

  /** What it prints as JSON. */
  JsonNode json(String... arguments) {
    return ok(Stream.concat(Stream.of(arguments), Stream.of("-o", "json")).toArray(String[]::new))
        .json();
  }

  /** Starts it and lets it run. */
  Program begin(String... arguments) {
    return user.program(Stream.concat(command.stream(), Stream.of(arguments)).toList(), "");
  }

  /** Applies YAML. */
  Result apply(String yaml) {
    List<String> apply = Stream.concat(command.stream(), Stream.of("apply", "-f", "-")).toList();
    return user.program(apply, yaml).await(LIMIT).ok();
  }

  /** Begins to create the objects of YAML one after the other, and lets that run. */
  Program applying(String yaml) {
    List<String> create =
        Stream.concat(command.stream(), Stream.of("create", "--validate=false", "-f", "-"))
            .toList();
    return user.program(create, yaml);
  }

  /** Runs a shell line in a pod. */
  Result sh(String pod, String line) {
    return run("exec", pod, "--", "sh", "-c", line);
  }

  /** Waits until an object is so, for instance {@code condition=Ready}. */
  void await(String object, String condition) {
    ok("wait", object, "--for=" + condition, "--timeout=150s");
  }
}
