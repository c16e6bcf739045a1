package dev.coracle.gui.shell;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.InMemoryClusterImages;
import dev.coracle.cluster.InMemoryClusterService;
import dev.coracle.cluster.InMemoryNodeAccess;
import dev.coracle.cluster.InMemorySnapshots;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.SampleClusters;
import dev.coracle.cluster.diagnostics.ScriptedDiagnostics;
import dev.coracle.cluster.metrics.HostSamples;
import dev.coracle.cluster.metrics.InMemoryHostMetrics;
import dev.coracle.cluster.metrics.InMemoryResourceMetrics;
import dev.coracle.cluster.metrics.NodeSample;
import dev.coracle.cluster.resources.InMemoryClusterResources;
import dev.coracle.gui.Library;
import dev.coracle.gui.WindowServices;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Everything the window works with, in memory. */
public final class Fakes {

  public final InMemoryClusterService clusters = new InMemoryClusterService();
  public final InMemoryNodeAccess nodes = new InMemoryNodeAccess(clusters);
  public final InMemoryClusterResources resources = new InMemoryClusterResources();
  public final Connections connections = new Connections(resources);
  public final InMemoryClusterImages images = new InMemoryClusterImages(clusters);
  public final InMemoryResourceMetrics metrics = new InMemoryResourceMetrics();
  public final InMemoryHostMetrics host = new InMemoryHostMetrics();
  public final InMemorySnapshots snapshots = new InMemorySnapshots(clusters);
  public final RecordingPrograms programs = new RecordingPrograms();
  public final ScriptedFiles files = new ScriptedFiles();
  public final ScriptedDiagnostics diagnostics = new ScriptedDiagnostics();
  public final InMemoryPreferences preferences = new InMemoryPreferences();
  public final MovableClock clock = new MovableClock();

  public WindowServices services() {
    return new WindowServices(
        clusters,
        nodes,
        connections,
        images,
        metrics,
        host,
        snapshots,
        programs,
        diagnostics,
        preferences,
        List.of(SampleClusters.VERSION, new KubernetesVersion(1, 35, 4)),
        Path.of("home", "me", ".kube", "config"),
        List.of(
            new Library("AtlantaFX", "2.1.0", "MIT"),
            new Library("docker-java-core", "3.7.1", "Apache-2.0"),
            new Library("Jackson-core", "2.22.0", "Apache-2.0"),
            new Library("JediTermFX-UI", "1.0.0", "Apache-2.0 OR LGPL-3.0"),
            new Library("openjfx", "26.0.2", "GPL-2.0-only WITH Classpath-exception-2.0")),
        "0.1.0");
  }

  /** The processes of this machine of eight cores and 16 GiB, on which nodes run, use this much. */
  public void busy(double cores, double gibibytes) {
    host.emit(HostSamples.shared(cores, gibibytes));
  }

  /** A node uses this much now. */
  public void use(String cluster, String node, double cores, double mebibytes, double rate) {
    metrics.emit(
        new ClusterName(cluster),
        new NodeSample(
            node,
            Instant.EPOCH,
            cores,
            new Bytes((long) (mebibytes * (1 << 20))),
            Bytes.ofMebibytes(4096),
            rate,
            rate / 3,
            rate / 8,
            rate * 2));
  }
}
