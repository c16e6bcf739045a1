package dev.coracle.gui.graphs;

import java.util.Arrays;

/** The upper end of a graph's axis: a round figure, not below a floor, so that idle looks idle. */
final class Scale {

  private static final double[] DECIMAL = {1, 1.5, 2, 3, 4, 5, 6, 8, 10};
  private static final double[] BINARY = {
    1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024
  };

  private Scale() {}

  /** The least round figure that holds every value; powers of ten for counts. */
  static double decimal(double floor, double highest) {
    double most = Math.max(floor, highest);
    double power = Math.pow(10, Math.floor(Math.log10(most)));
    return power * least(DECIMAL, most / power);
  }

  /** The least round figure that holds every value; powers of 1024 for bytes. */
  static double binary(double floor, double highest) {
    double most = Math.max(floor, highest);
    double unit = Math.pow(1024, Math.floor(Math.log(Math.max(1, most)) / Math.log(1024)));
    return unit * least(BINARY, most / unit);
  }

  private static double least(double[] round, double value) {
    return Arrays.stream(round)
        .filter(it -> it >= value * (1 - 1e-9))
        .findFirst()
        .orElse(round[round.length - 1]);
  }

  /** The highest of these values; 0 when there is none. */
  static double highest(double[] values) {
    double highest = 0;
    for (double value : values) {
      highest = value > highest ? value : highest;
    }
    return highest;
  }
}
