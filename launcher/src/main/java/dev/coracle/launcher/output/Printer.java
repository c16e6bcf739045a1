package dev.coracle.launcher.output;

import dev.coracle.cluster.Problem;
import dev.coracle.cluster.progress.ProgressEvent;
import java.io.PrintStream;
import java.util.List;

/** Prints what commands have to say, in the way that the user chose. */
public final class Printer {

  private final Console console;
  private final Choices choices;

  /**
   * How the user wants to be told.
   *
   * @param format of data
   * @param jsonEvents whether progress is printed as JSON lines
   * @param quiet whether only results and problems are printed
   * @param verbose whether commands' output and causes are printed
   * @param noColor whether colours are unwanted
   */
  public record Choices(
      OutputFormat format, boolean jsonEvents, boolean quiet, boolean verbose, boolean noColor) {}

  /** A printer on this console. */
  public Printer(Console console, Choices choices) {
    this.console = console;
    this.choices = choices;
  }

  /** Signs and colours that fit the console. */
  public Style style() {
    return Style.of(console, choices.noColor());
  }

  /** The format of data that the user chose. */
  public OutputFormat format() {
    return choices.format();
  }

  /** Shows an operation until the result is closed. */
  public Progress progress() {
    if (choices.jsonEvents()) {
      return new JsonProgress(console.out(), console.clock());
    }
    if (choices.quiet()) {
      return new QuietProgress();
    }
    PrintStream stream = talk();
    if (console.terminal() && !choices.verbose() && choices.format() == OutputFormat.TEXT) {
      int width = TerminalSize.width(console);
      return new LiveProgress(stream, style(), System::nanoTime, () -> width);
    }
    return new PlainProgress(stream, style(), choices.verbose(), System::nanoTime);
  }

  /** Prints data: its text lines for people, the value itself for programs. */
  public void data(Object value, List<String> text) {
    if (choices.format() == OutputFormat.TEXT) {
      text.forEach(console.out()::println);
    } else {
      console.out().print(Data.print(value, choices.format()));
    }
    console.out().flush();
  }

  /** Prints a line that is no data: it is left out when programs read. */
  public void say(String line) {
    if (!choices.quiet() && !choices.jsonEvents()) {
      talk().println(line);
    }
  }

  /** Prints a warning beside the data. */
  public void warn(String line) {
    console.err().println(style().yellow("Warning:") + " " + line);
  }

  /** Prints a problem. */
  public void problem(Problem problem) {
    if (choices.jsonEvents()) {
      new JsonProgress(console.out(), console.clock()).problem(problem);
    }
    if (choices.format() == OutputFormat.TEXT) {
      ProblemText.lines(problem, style()).forEach(console.err()::println);
    } else {
      console.err().print(Data.print(ProblemView.of(problem), choices.format()));
    }
    console.err().flush();
  }

  /** Where lines for people go: beside the data when a program reads the data. */
  private PrintStream talk() {
    return choices.format() == OutputFormat.TEXT ? console.out() : console.err();
  }

  /** Shows nothing. */
  private static final class QuietProgress implements Progress {

    @Override
    public void on(ProgressEvent event) {}

    @Override
    public void close() {}
  }
}
