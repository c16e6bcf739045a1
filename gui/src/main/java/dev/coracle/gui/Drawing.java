package dev.coracle.gui;

/** How the window's shapes are drawn where no graphics card does it. */
public final class Drawing {

  private Drawing() {}

  /**
   * Has lines and areas drawn with four samples a pixel from top to bottom in place of eight; from
   * left to right there are 256 as ever. To be called before the toolkit starts; what the user set
   * stays. Of the graphs of five nodes that takes a sixth of the time away, and nobody sees it.
   */
  public static void prepare() {
    String samples = "prism.marlin.subPixel_log2_Y";
    System.setProperty(samples, System.getProperty(samples, "2"));
  }
}
