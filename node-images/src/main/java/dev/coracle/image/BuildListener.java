package dev.coracle.image;

/** Hears how far the making of an image is. */
public interface BuildListener {

  /** For those who do not care. */
  BuildListener NONE =
      new BuildListener() {
        @Override
        public void step(int number, int total, String name) {}

        @Override
        public void output(String line) {}
      };

  /**
   * A step begins.
   *
   * @param number counts from 1
   * @param total how many there are; 0 when that is not known
   * @param name what the step does, for a person
   */
  void step(int number, int total, String name);

  /** A line that a step printed. */
  void output(String line);
}
