package dev.coracle.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** An engine that keeps references only, and fails with what a test tells it. */
final class FakeImageEngine implements ImageEngine {

  final Set<String> images = new HashSet<>();
  final List<String> calls = new ArrayList<>();
  Map<String, String> arguments = Map.of();
  List<String> output = List.of();
  String failure = "";

  @Override
  public boolean exists(String reference) {
    return images.contains(reference);
  }

  @Override
  public void build(
      InputStream context,
      Map<String, String> buildArguments,
      String reference,
      Consumer<String> lines) {
    arguments = buildArguments;
    make("build", reference, lines);
  }

  @Override
  public void importRootFileSystem(InputStream tar, String reference) {
    try {
      make("import of " + tar.readAllBytes().length + " bytes", reference, line -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void pull(String reference, Consumer<String> lines) {
    make("pull", reference, lines);
  }

  private void make(String how, String reference, Consumer<String> lines) {
    calls.add(how + " " + reference);
    output.forEach(lines);
    if (!failure.isEmpty()) {
      throw new BuildFailure(failure, new IOException(failure));
    }
    images.add(reference);
  }
}
