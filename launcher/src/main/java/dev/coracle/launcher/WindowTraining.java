package dev.coracle.launcher;

import java.util.concurrent.TimeUnit;

/**
 * Opens the window as its command does, where nobody sees it, and ends, so that the JVM can record
 * what is loaded until it is on the screen: in a cache of the window's own, which commands would
 * only have to read more of. Changes nothing: it looks at clusters as the window does.
 */
public final class WindowTraining {

  /** By then it is drawn, on slow machines too, and has the engine's first answers. */
  private static final long SECONDS = 8;

  private WindowTraining() {}

  /** Opens it, and ends the process. */
  public static void main(String... arguments) throws InterruptedException {
    Thread.ofPlatform().daemon().name("window").start(() -> Main.run("ui"));
    TimeUnit.SECONDS.sleep(SECONDS);
    System.exit(0);
  }
}
