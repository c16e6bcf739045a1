package dev.coracle.gui.operation;

import dev.coracle.gui.text.Figures;
import java.util.Set;

/** How far a step is, in words. */
final class StepDetail {

  private static final Set<String> BYTES = Set.of("B", "byte", "bytes");

  private StepDetail() {}

  /** {@code 3 of 8 nodes}, or {@code 120 MiB} when the total is not known. */
  static String of(long done, long total, String unit) {
    boolean bytes = BYTES.contains(unit);
    String far = bytes ? Figures.bytes((double) done) : String.valueOf(done);
    String whole = bytes ? Figures.bytes((double) total) : String.valueOf(total);
    String text = total > 0 ? far + " / " + whole : far;
    return bytes || unit.isBlank() ? text : text + " " + unit;
  }
}
