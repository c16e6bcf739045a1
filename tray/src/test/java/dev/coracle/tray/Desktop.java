package dev.coracle.tray;

import java.awt.Color;
import java.awt.Point;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.imageio.ImageIO;

/** A real desktop without a screen: Xvfb, openbox, a session bus and, on order, xfce4-panel. */
final class Desktop implements AutoCloseable {

  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int PANEL_HEIGHT = 28;

  private final Path home;
  private final File errors;
  private final Program desktop;
  private final Map<String, String> environment;
  private final String bus;

  Desktop(Path home) throws IOException, InterruptedException, URISyntaxException {
    this.home = home;
    errors = home.resolve("errors.log").toFile();
    Path settings = home.resolve("config/xfce4/xfconf/xfce-perchannel-xml");
    Files.createDirectories(settings);
    Files.copy(resource("xfce4-panel.xml"), settings.resolve("xfce4-panel.xml"));
    environment = new HashMap<>(environmentOf(home));
    desktop = new Program(environment, errors, List.of("bash", resource("desktop.sh").toString()));
    String[] ready = desktop.await("ready").split(" ", -1);
    bus = ready[2];
    environment.put("DISPLAY", ready[1]);
    environment.put("DBUS_SESSION_BUS_ADDRESS", bus);
  }

  private static Map<String, String> environmentOf(Path home) {
    return Map.of(
        "HOME", home.toString(),
        "XDG_CONFIG_HOME", home.resolve("config").toString(),
        "XDG_RUNTIME_DIR", home.toString(),
        "NO_AT_BRIDGE", "1",
        "LC_ALL", "C.UTF-8");
  }

  private static Path resource(String name) throws URISyntaxException {
    return Path.of(Objects.requireNonNull(Desktop.class.getResource("/desktop/" + name)).toURI());
  }

  /** The address of the session bus. */
  String bus() {
    return bus;
  }

  void startPanel() throws IOException, InterruptedException {
    desktop.order("panel");
  }

  void stopPanel() throws IOException, InterruptedException {
    desktop.order("no-panel");
  }

  /** A program on this desktop with a tray and clusters in memory. */
  Program probe(Map<String, String> more) throws IOException {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(more);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String path = System.getProperty("java.class.path");
    return new Program(
        all,
        errors,
        List.of(
            java,
            "-XX:TieredStopAtLevel=1",
            "-Duser.language=en",
            "-Djava.awt.headless=false",
            "-cp",
            path,
            TrayProbe.class.getName()));
  }

  /** Waits until a pixel of the panel has this colour, and returns it. */
  Point awaitInPanel(Color color) throws IOException, InterruptedException {
    return await("a panel with " + color, image -> find(image, color).isPresent())
        .flatMap(image -> find(image, color))
        .orElseThrow();
  }

  /** Waits until the area below the panel is not black: a menu is open. */
  void awaitMenu() throws IOException, InterruptedException {
    await("a menu", image -> (image.getRGB(60, PANEL_HEIGHT + 30) & 0xFFFFFF) != 0);
  }

  /** Waits until the panel looks different from this. */
  void awaitOtherPanel(BufferedImage before) throws IOException, InterruptedException {
    await("a panel that changes", image -> !panel(image).equals(panel(before)));
  }

  private static List<Integer> panel(BufferedImage image) {
    int[] pixels = image.getRGB(0, 0, image.getWidth(), PANEL_HEIGHT, null, 0, image.getWidth());
    return java.util.Arrays.stream(pixels).boxed().toList();
  }

  private Optional<BufferedImage> await(String what, Predicate<BufferedImage> condition)
      throws IOException, InterruptedException {
    Instant end = Instant.now().plus(LONGEST);
    while (Instant.now().isBefore(end)) {
      BufferedImage image = screenshot();
      if (condition.test(image)) {
        return Optional.of(image);
      }
      Thread.sleep(200);
    }
    throw new AssertionError(
        "No %s appeared; see %s.%n%s"
            .formatted(what, home.resolve("screen.png"), Files.readString(errors.toPath())));
  }

  private static Optional<Point> find(BufferedImage image, Color color) {
    for (int y = 0; y < PANEL_HEIGHT; y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if ((image.getRGB(x, y) & 0xFFFFFF) == (color.getRGB() & 0xFFFFFF)) {
          return Optional.of(new Point(x, y));
        }
      }
    }
    return Optional.empty();
  }

  BufferedImage screenshot() throws IOException, InterruptedException {
    Path file = home.resolve("screen.png");
    run("import", "-window", "root", file.toString());
    return ImageIO.read(file.toFile());
  }

  /** Keeps the screen as build output, for people to look at. */
  void keepScreenshot(String name) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(Path.of("target", "screenshots"));
    ImageIO.write(screenshot(), "png", folder.resolve(name + ".png").toFile());
  }

  void click(Point point, int button) throws IOException, InterruptedException {
    run(
        "xdotool",
        "mousemove",
        Integer.toString(point.x),
        Integer.toString(point.y),
        "click",
        Integer.toString(button));
  }

  void type(String... keys) throws IOException, InterruptedException {
    for (String key : keys) {
      run("xdotool", "key", key);
    }
  }

  private void run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.appendTo(errors));
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException(
          "%s failed.%n%s".formatted(command[0], Files.readString(errors.toPath())));
    }
  }

  @Override
  public void close() throws IOException {
    desktop.close();
  }
}
