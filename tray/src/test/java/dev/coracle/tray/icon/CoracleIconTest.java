package dev.coracle.tray.icon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.tray.menu.IconState;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CoracleIconTest {

  /** What WCAG asks of graphics that carry a meaning. */
  private static final double LEAST_CONTRAST = 3;

  private static final Color LIGHT_PANEL = new Color(0xF7F7F7);
  private static final Color DARK_PANEL = new Color(0x242424);

  @ParameterizedTest
  @EnumSource
  void coloursStandOutOnLightAndDark(IconState state) {
    Color color = CoracleIcon.color(state);

    assertThat(contrast(color, LIGHT_PANEL)).isGreaterThan(LEAST_CONTRAST);
    assertThat(contrast(color, DARK_PANEL)).isGreaterThan(LEAST_CONTRAST);
  }

  @Test
  void statesDifferWithoutColour() {
    List<String> shapes =
        Arrays.stream(IconState.values())
            .filter(state -> state != IconState.STARTING)
            .map(state -> shape(CoracleIcon.draw(state, 22, 0)))
            .toList();

    assertThat(shapes).doesNotHaveDuplicates();
  }

  @Test
  void onlyStartingMoves() {
    assertThat(frames(IconState.STARTING)).hasSizeGreaterThanOrEqualTo(4);
    assertThat(frames(IconState.RUNNING)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsCutAtTheTopAndTheSides(IconState state) {
    for (int frame = 0; frame < CoracleIcon.FRAMES; frame++) {
      BufferedImage image = CoracleIcon.draw(state, 48, frame);

      assertThat(IntStream.range(0, 48).map(x -> alpha(image, x, 0)).max()).hasValue(0);
      assertThat(IntStream.range(0, 48).map(y -> alpha(image, 0, y)).max()).hasValue(0);
    }
  }

  private static java.util.Set<String> frames(IconState state) {
    return IntStream.range(0, CoracleIcon.FRAMES)
        .mapToObj(frame -> shape(CoracleIcon.draw(state, 22, frame)))
        .collect(java.util.stream.Collectors.toSet());
  }

  /** Opaque pixels by lightness: what is left of the icon without its colour. */
  private static String shape(BufferedImage image) {
    StringBuilder shape = new StringBuilder();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        boolean white = (image.getRGB(x, y) & 0xFFFFFF) == 0xFFFFFF;
        shape.append(alpha(image, x, y) < 128 ? '.' : white ? 'o' : '#');
      }
    }
    return shape.toString();
  }

  private static int alpha(BufferedImage image, int x, int y) {
    return image.getRGB(x, y) >>> 24;
  }

  private static double contrast(Color one, Color other) {
    double a = luminance(one) + 0.05;
    double b = luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(int channel) {
    double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
