package dev.coracle.launcher;

import dev.coracle.cluster.ClusterImages;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.NodeAccess;
import dev.coracle.cluster.Snapshots;
import dev.coracle.cluster.diagnostics.Diagnostics;
import dev.coracle.cluster.diagnostics.LocalDiagnostics;
import dev.coracle.cluster.engine.ContainerEngine;
import dev.coracle.cluster.engine.docker.DockerEngines;
import dev.coracle.cluster.image.NodeImages;
import dev.coracle.cluster.kubeconfig.KubeconfigFiles;
import dev.coracle.cluster.local.LocalClusters;
import dev.coracle.cluster.local.LocalNodeAccess;
import dev.coracle.cluster.local.OnLocalDocker;
import dev.coracle.cluster.metrics.EngineResourceMetrics;
import dev.coracle.cluster.metrics.LocalHostMetrics;
import dev.coracle.cluster.resources.ResourceConnections;
import dev.coracle.gui.WindowServices;
import dev.coracle.image.BuildEnvironment;
import dev.coracle.image.NodeImageCatalog;
import dev.coracle.launcher.command.Desktop;
import dev.coracle.launcher.command.Kubeconfigs;
import dev.coracle.launcher.command.OwnVersion;
import dev.coracle.launcher.command.Services;
import dev.coracle.launcher.config.Config;
import dev.coracle.launcher.desktop.BundledLibraries;
import dev.coracle.launcher.desktop.DesktopPrograms;
import dev.coracle.launcher.desktop.LocalDesktop;
import dev.coracle.launcher.desktop.LocalPreferences;
import dev.coracle.launcher.desktop.WindowPrograms;
import dev.coracle.launcher.host.Folders;
import dev.coracle.tray.session.StartAtLogin;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Builds every object of the application: the only place where one is chosen over another. Each is
 * built when it is first asked for, so that a command pays for what it uses.
 */
final class Wiring implements Services {

  private final Map<String, String> environment;
  private final Folders folders;
  private final Path home = Path.of(System.getProperty("user.home"));
  private final NodeImageCatalog catalog = NodeImageCatalog.builtIn();
  private @Nullable ContainerEngine engine;

  /** For a user with this environment, whose files are in these folders. */
  Wiring(Map<String, String> environment, Folders folders) {
    this.environment = Map.copyOf(environment);
    this.folders = folders;
  }

  @Override
  public LocalClusters clusters() {
    return OnLocalDocker.clusters(engine(), images(engine()), kubeconfigFiles(), folders.state());
  }

  @Override
  public Snapshots snapshots() {
    return OnLocalDocker.snapshots(engine(), images(engine()), kubeconfigFiles(), folders.state());
  }

  @Override
  public NodeAccess nodes() {
    return new LocalNodeAccess(engine());
  }

  @Override
  public ClusterImages images() {
    return new dev.coracle.cluster.image.load.LocalClusterImages(engine());
  }

  @Override
  public ResourceConnections resources() {
    return OnLocalDocker.resources(engine());
  }

  @Override
  public Kubeconfigs kubeconfigs() {
    return new Kubeconfigs() {
      @Override
      public void use(ClusterName cluster) {
        kubeconfigFiles().use(clusters().require(cluster).name());
      }

      @Override
      public Optional<String> currentContext() {
        return Optional.of(kubeconfigFiles().currentContext()).filter(name -> !name.isEmpty());
      }

      @Override
      public boolean repair(ClusterName cluster) {
        return clusters().repairKubeconfig(cluster);
      }
    };
  }

  @Override
  public Desktop desktop() {
    return new LocalDesktop(window(), kubeconfigs(), DesktopPrograms.ofThisMachine());
  }

  @Override
  public void browse(URI address) {
    DesktopPrograms.ofThisMachine().browse(address);
  }

  /** What the window works with. */
  WindowServices window() {
    LocalClusters clusters = clusters();
    return new WindowServices(
        clusters,
        nodes(),
        resources(),
        images(),
        new EngineResourceMetrics(clusters, engine().containers()),
        new LocalHostMetrics(() -> engine().info()),
        snapshots(),
        new WindowPrograms(DesktopPrograms.ofThisMachine()),
        diagnostics(),
        preferences(),
        images(engine()).versions(),
        kubeconfigFiles().destination(),
        BundledLibraries.read(),
        OwnVersion.text());
  }

  private LocalPreferences preferences() {
    return new LocalPreferences(
        folders.config().resolve("preferences.json"),
        new Config(folders.config().resolve("config.json")),
        StartAtLogin.here());
  }

  @Override
  public Diagnostics diagnostics() {
    return LocalDiagnostics.of(
        new LocalDiagnostics.Subjects(
            () -> engine().info(),
            () -> images(engine()),
            this::clusters,
            this::nodes,
            kubeconfigFiles(),
            cluster -> clusters().repairKubeconfig(cluster),
            Clock.systemUTC()));
  }

  @Override
  public LocalNodeImages nodeImages() {
    return new LocalNodeImages(catalog, () -> images(engine()));
  }

  private NodeImages images(ContainerEngine held) {
    return new NodeImages(held, catalog, BuildEnvironment.of(environment));
  }

  private KubeconfigFiles kubeconfigFiles() {
    return KubeconfigFiles.of(environment, home);
  }

  private synchronized ContainerEngine engine() {
    ContainerEngine known = engine;
    if (known == null) {
      known = DockerEngines.connect(environment, home);
      engine = known;
    }
    return known;
  }
}
