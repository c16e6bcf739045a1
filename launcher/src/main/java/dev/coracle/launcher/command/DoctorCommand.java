package dev.coracle.launcher.command;

import dev.coracle.cluster.diagnostics.Diagnosis;
import dev.coracle.cluster.diagnostics.Finding;
import dev.coracle.cluster.diagnostics.Fix;
import dev.coracle.cluster.diagnostics.Severity;
import dev.coracle.launcher.output.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks at everything that may keep clusters from working. */
@Command(
    name = "doctor",
    description = {
      "Check this machine and its clusters, and say what to do about what is wrong.",
      "The exit code is 1 when something keeps clusters from working, 0 otherwise."
    })
final class DoctorCommand implements Callable<Integer> {

  private final Session session;

  @Option(names = "--fix", description = "Mend what Coracle can mend by itself, then look again.")
  boolean fix;

  DoctorCommand(Session session) {
    this.session = session;
  }

  /**
   * A diagnosis as programs read it.
   *
   * @param id the check
   * @param title what a person calls it
   * @param severity {@code ok}, {@code skipped}, {@code warning} or {@code error}
   * @param summary what was found
   * @param advice what to do
   * @param command what mends it; null where nothing does
   */
  public record DiagnosisView(
      String id,
      String title,
      String severity,
      String summary,
      String advice,
      @Nullable String command) {

    static DiagnosisView of(Diagnosis diagnosis) {
      Finding finding = diagnosis.finding();
      return new DiagnosisView(
          diagnosis.id(),
          diagnosis.title(),
          finding.severity().name().toLowerCase(Locale.ROOT),
          finding.summary(),
          finding.advice(),
          finding.fix().map(Fix::command).orElse(null));
    }
  }

  @Override
  public Integer call() {
    List<Diagnosis> found = look();
    if (fix && mend(found)) {
      found = look();
    }
    Style style = session.printer().style();
    session
        .printer()
        .data(
            found.stream().map(DiagnosisView::of).toList(),
            found.stream().flatMap(it -> lines(it, style).stream()).toList());
    return found.stream().anyMatch(it -> it.finding().severity() == Severity.ERROR) ? 1 : 0;
  }

  private List<Diagnosis> look() {
    return session.services().diagnostics().run(_ -> {});
  }

  /** Tells whether anything was done. */
  private boolean mend(List<Diagnosis> found) {
    var actions =
        found.stream().flatMap(it -> it.finding().fix().flatMap(Fix::action).stream()).toList();
    actions.forEach(session::run);
    return !actions.isEmpty();
  }

  private static List<String> lines(Diagnosis diagnosis, Style style) {
    Finding finding = diagnosis.finding();
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s %s: %s"
            .formatted(mark(finding.severity(), style), diagnosis.title(), finding.summary()));
    if (!finding.advice().isEmpty()) {
      lines.add("  " + finding.advice());
    }
    finding.fix().ifPresent(mending -> lines.add("  $ " + mending.command()));
    return lines;
  }

  private static String mark(Severity severity, Style style) {
    return switch (severity) {
      case OK -> style.done();
      case SKIPPED -> style.skipped();
      case WARNING -> style.notice();
      case ERROR -> style.failed();
    };
  }
}
