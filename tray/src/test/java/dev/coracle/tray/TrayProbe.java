package dev.coracle.tray;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.InMemoryClusterService;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.resources.ServicePort;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A program with a tray and clusters in memory, for {@link TrayIT}: it obeys lines on its standard
 * input and tells on its standard output what the tray did.
 */
final class TrayProbe implements TrayCallbacks {

  private final PrintStream out;
  private final InMemoryClusterService service = new InMemoryClusterService();

  private TrayProbe(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) throws IOException {
    TrayProbe probe = new TrayProbe(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (TrayIcon tray = new TrayIcon(probe.service, probe)) {
      probe.say("hosted " + tray.start());
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        probe.obey(line.split(" ", -1));
      }
    }
  }

  private void obey(String[] words) {
    switch (words[0]) {
      case "put" -> service.put(words[1], Phase.valueOf(words[2]));
      case "slow" -> service.delayEveryStep(Duration.ofMillis(Integer.parseInt(words[1])));
      case "lose" ->
          service.loseEngine(
              Problem.of(Problem.Code.ENGINE_NOT_RUNNING, "Docker is gone.", "Start Docker."));
      case "restore" -> service.restoreEngine();
      case "calls" -> say("calls " + service.calls());
      case "cpu" -> say("cpu " + cpuMillis());
      default -> throw new IllegalArgumentException("What is \"" + words[0] + "\"?");
    }
    say("done " + words[0]);
  }

  private static long cpuMillis() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
  }

  private synchronized void say(String line) {
    out.println(line);
  }

  @Override
  public void openWindow() {
    say("callback openWindow");
  }

  @Override
  public List<ServicePort> services(Cluster cluster) {
    return List.of();
  }

  @Override
  public void quit() {
    say("callback quit");
  }

  @Override
  public void openTerminal(ClusterName cluster) {
    say("callback openTerminal " + cluster);
  }

  @Override
  public void copyKubeconfigPath(ClusterName cluster) {
    say("callback copyKubeconfigPath " + cluster);
  }

  @Override
  public void useContext(ClusterName cluster) {
    say("callback useContext " + cluster);
  }

  @Override
  public Optional<String> currentContext() {
    return Optional.of("coracle-demo");
  }

  @Override
  public void browse(URI address) {
    say("callback browse " + address);
  }

  @Override
  public void trayHosted(boolean present) {
    say("callback hosted " + present);
  }
}
