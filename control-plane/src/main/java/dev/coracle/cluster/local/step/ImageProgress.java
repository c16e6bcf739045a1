package dev.coracle.cluster.local.step;

import dev.coracle.cluster.bootstrap.StepProgress;
import dev.coracle.image.BuildListener;

/** Tells the progress of an image's build as that of the step that needs the image. */
public record ImageProgress(StepProgress step) implements BuildListener {

  @Override
  public void step(int number, int total, String name) {
    step.advanced(number, total, "steps");
    step.output(name);
  }

  @Override
  public void output(String line) {
    step.output(line);
  }
}
