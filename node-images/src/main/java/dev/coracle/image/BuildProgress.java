package dev.coracle.image;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows the lines of the classic builder: which step runs, and what it printed last. */
final class BuildProgress implements Consumer<String> {

  private static final Pattern STEP = Pattern.compile("Step (\\d+)/(\\d+) : (.*)");
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
  private static final int TAIL = 40;
  private static final int NAME = 72;

  private final BuildListener listener;
  private final Deque<String> tail = new ArrayDeque<>();
  private String step = "before its first step";

  BuildProgress(BuildListener listener) {
    this.listener = listener;
  }

  @Override
  public synchronized void accept(String text) {
    COLOUR.matcher(text).replaceAll("").lines().filter(line -> !line.isBlank()).forEach(this::line);
  }

  private void line(String line) {
    Matcher form = STEP.matcher(line);
    if (form.matches()) {
      step = shortened(form.group(3));
      listener.step(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)), step);
    }
    if (tail.size() == TAIL) {
      tail.removeFirst();
    }
    tail.addLast(line);
    listener.output(line);
  }

  private static String shortened(String instruction) {
    String line = instruction.strip().replaceAll("\\s+", " ");
    return line.length() <= NAME ? line : line.substring(0, NAME - 1) + "…";
  }

  /** The instruction that ran last. */
  synchronized String step() {
    return step;
  }

  /** The last lines. */
  synchronized String tail() {
    return String.join("\n", tail);
  }
}
