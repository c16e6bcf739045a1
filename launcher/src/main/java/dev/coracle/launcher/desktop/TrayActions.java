package dev.coracle.launcher.desktop;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.resources.ClusterResources;
import dev.coracle.cluster.resources.ServicePort;
import dev.coracle.gui.CoracleWindow;
import dev.coracle.gui.WindowServices;
import dev.coracle.launcher.command.Kubeconfigs;
import dev.coracle.tray.TrayCallbacks;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What the status icon's menu does outside of clusters. */
final class TrayActions implements TrayCallbacks {

  private final WindowServices services;
  private final Kubeconfigs kubeconfigs;
  private final DesktopPrograms programs;
  private final CoracleWindow window;
  private final TrayPresence presence;
  private final Runnable quit;

  TrayActions(
      WindowServices services,
      Kubeconfigs kubeconfigs,
      DesktopPrograms programs,
      CoracleWindow window,
      TrayPresence presence,
      Runnable quit) {
    this.services = services;
    this.kubeconfigs = kubeconfigs;
    this.programs = programs;
    this.window = window;
    this.presence = presence;
    this.quit = quit;
  }

  @Override
  public void openWindow() {
    window.show();
  }

  @Override
  public Optional<Runnable> preferences() {
    return Optional.of(window::showPreferences);
  }

  @Override
  public boolean wantsNotices() {
    try {
      return services.preferences().load().notifications();
    } catch (ClusterException _) {
      // Who cannot be asked is rather told once too often.
      return true;
    }
  }

  @Override
  public void quit() {
    quit.run();
  }

  @Override
  public void openTerminal(ClusterName cluster) {
    kubeconfigs.use(cluster);
    programs.openTerminal();
  }

  @Override
  public void copyKubeconfigPath(ClusterName cluster) {
    programs.copy(services.kubeconfig().toString());
  }

  @Override
  public void useContext(ClusterName cluster) {
    kubeconfigs.use(cluster);
  }

  @Override
  public Optional<String> currentContext() {
    return kubeconfigs.currentContext();
  }

  @Override
  public List<ServicePort> services(Cluster cluster) {
    try (ClusterResources resources = services.resources().connect(cluster.name())) {
      return ServicePort.all(resources, cluster.spec().ports());
    }
  }

  @Override
  public void browse(URI address) {
    programs.browse(address);
  }

  @Override
  public void trayHosted(boolean present) {
    presence.set(present);
    if (!present) {
      // Nothing else is left by which the user could reach the application.
      window.show();
    }
  }
}
