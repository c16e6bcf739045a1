package dev.coracle.tray;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A program that obeys lines and answers in lines; it ends when its input does. */
final class Program implements AutoCloseable {

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Process process;
  private final Writer orders;
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final StringBuilder seen = new StringBuilder();

  Program(Map<String, String> environment, File errors, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.appendTo(errors));
    builder.environment().putAll(environment);
    process = builder.start();
    orders = process.outputWriter(StandardCharsets.UTF_8);
    Thread.ofVirtual().start(this::read);
  }

  private void read() {
    try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
      in.lines().forEach(answers::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives an order and waits until it is done. */
  void order(String line) throws IOException, InterruptedException {
    orders.write(line + "\n");
    orders.flush();
    await("done " + line.split(" ", -1)[0]);
  }

  /** Gives an order whose answer begins with it. */
  String ask(String line) throws IOException, InterruptedException {
    orders.write(line + "\n");
    orders.flush();
    String answer = await(line);
    await("done " + line);
    return answer;
  }

  /** Waits for the next line that begins like this; says what came instead when none does. */
  String await(String beginning) throws InterruptedException {
    Instant end = Instant.now().plus(LONGEST);
    while (Instant.now().isBefore(end)) {
      String line = answers.poll(200, TimeUnit.MILLISECONDS);
      if (line != null) {
        seen.append(line).append('\n');
        if (line.startsWith(beginning)) {
          return line;
        }
      } else if (!process.isAlive() && answers.isEmpty()) {
        break;
      }
    }
    throw new AssertionError("No \"%s\" came; seen:%n%s".formatted(beginning, seen));
  }

  /** Ends its input, waits for its end, and ends it by force when that takes too long. */
  @Override
  public void close() throws IOException {
    orders.close();
    try {
      process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }
}
