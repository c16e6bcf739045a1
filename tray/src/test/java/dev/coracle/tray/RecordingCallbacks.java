package dev.coracle.tray;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.resources.ServicePort;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An application behind the tray that keeps what it was asked for, and fails when it is told to.
 */
final class RecordingCallbacks implements TrayCallbacks {

  final List<String> made = new CopyOnWriteArrayList<>();
  volatile boolean windowInView;
  volatile Optional<RuntimeException> failure = Optional.empty();
  volatile Optional<String> context = Optional.empty();
  volatile List<ServicePort> services = List.of();

  private void made(String call) {
    made.add(call);
    failure.ifPresent(
        problem -> {
          throw problem;
        });
  }

  @Override
  public void openWindow() {
    made("window");
  }

  @Override
  public void quit() {
    made("quit");
  }

  @Override
  public void openTerminal(ClusterName cluster) {
    made("terminal " + cluster);
  }

  @Override
  public void copyKubeconfigPath(ClusterName cluster) {
    made("copy " + cluster);
  }

  @Override
  public void useContext(ClusterName cluster) {
    context = Optional.of(cluster.context());
  }

  @Override
  public Optional<String> currentContext() {
    return context;
  }

  @Override
  public List<ServicePort> services(Cluster cluster) {
    made("services " + cluster.name());
    return services;
  }

  @Override
  public void browse(URI address) {
    made(address.toString());
  }

  @Override
  public boolean windowInView() {
    return windowInView;
  }

  @Override
  public void trayHosted(boolean present) {
    made("hosted " + present);
  }
}
