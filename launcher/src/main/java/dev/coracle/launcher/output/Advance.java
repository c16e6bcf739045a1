package dev.coracle.launcher.output;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.progress.ProgressEvent.Advanced;

/** How far a step is, in words: {@code 25 %, 1 MiB of 4 MiB}. */
final class Advance {

  private Advance() {}

  static String text(Advanced advanced) {
    if (advanced.total() <= 0) {
      return amount(advanced.done(), advanced.unit());
    }
    return "%d %%, %s of %s"
        .formatted(
            Math.min(100, 100 * advanced.done() / advanced.total()),
            amount(advanced.done(), "bytes".equals(advanced.unit()) ? "bytes" : ""),
            amount(advanced.total(), advanced.unit()));
  }

  private static String amount(long value, String unit) {
    return "bytes".equals(unit) ? new Bytes(value).toString() : (value + " " + unit).strip();
  }
}
