package dev.coracle.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuildProgressTest {

  private final List<String> heard = new ArrayList<>();
  private final BuildProgress progress =
      new BuildProgress(
          new BuildListener() {
            @Override
            public void step(int number, int total, String name) {
              heard.add(number + "/" + total + " " + name);
            }

            @Override
            public void output(String line) {
              heard.add(line);
            }
          });

  @Test
  void stepsAreCountedAndNamed() {
    progress.accept("Step 3/41 : RUN   ./build\n");

    assertThat(heard).containsExactly("3/41 RUN ./build", "Step 3/41 : RUN   ./build");
    assertThat(progress.step()).isEqualTo("RUN ./build");
  }

  @Test
  void aLongInstructionIsShortened() {
    progress.accept("Step 1/1 : RUN " + "x".repeat(500));

    assertThat(progress.step()).hasSize(72).endsWith("…");
  }

  @Test
  void severalLinesInOneMessageAreSeveralLines() {
    progress.accept("\u001b[91mone\u001b[0m\r\n\n  two\n");

    assertThat(heard).containsExactly("one", "  two");
  }

  @Test
  void theTailKeepsTheLastLinesOnly() {
    for (int i = 1; i <= 100; i++) {
      progress.accept("line " + i);
    }

    assertThat(progress.tail().lines()).hasSize(40).endsWith("line 100");
  }
}
