package dev.coracle.cluster.image;

import dev.coracle.cluster.progress.OneStep;
import dev.coracle.image.BuildListener;

/**
 * Tells a build's progress as that of an operation's step.
 *
 * @param step the step
 */
record BuildSteps(OneStep step) implements BuildListener {

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
