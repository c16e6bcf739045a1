package dev.coracle.gui.explorer;

import java.util.Locale;
import java.util.Set;

/** Which colour a word of Kubernetes has: it is well, it is on its way, or it needs a person. */
enum Presentation {
  GOOD,
  WAITING,
  BAD,
  PLAIN;

  private static final Set<String> GOOD_WORDS =
      Set.of(
          "running", "ready", "active", "bound", "available", "completed", "succeeded", "complete");
  private static final Set<String> WAITING_WORDS =
      Set.of(
          "pending",
          "containercreating",
          "podinitializing",
          "terminating",
          "released",
          "unknown",
          "warning",
          "suspended",
          "ready,schedulingdisabled");
  private static final Set<String> BAD_WORDS =
      Set.of(
          "failed",
          "error",
          "crashloopbackoff",
          "imagepullbackoff",
          "errimagepull",
          "errimageneverpull",
          "createcontainerconfigerror",
          "invalidimagename",
          "oomkilled",
          "evicted",
          "lost",
          "notready");

  /** What this word in a table means. */
  static Presentation of(String word) {
    String known = word.strip().toLowerCase(Locale.ROOT);
    if (known.startsWith("init:")) {
      return of(known.substring("init:".length())) == BAD ? BAD : WAITING;
    }
    if (GOOD_WORDS.contains(known)) {
      return GOOD;
    }
    if (WAITING_WORDS.contains(known)) {
      return WAITING;
    }
    return BAD_WORDS.contains(known) || known.startsWith("notready") ? BAD : PLAIN;
  }

  /** The style class that carries its colour. */
  String style() {
    return switch (this) {
      case GOOD -> "state-running";
      case WAITING -> "state-degraded";
      case BAD -> "state-error";
      case PLAIN -> "state-stopped";
    };
  }
}
