package dev.coracle.launcher.command;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.InMemoryClusterImages;
import dev.coracle.cluster.InMemoryClusterService;
import dev.coracle.cluster.InMemoryNodeAccess;
import dev.coracle.cluster.InMemorySnapshots;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.diagnostics.ScriptedDiagnostics;
import dev.coracle.cluster.progress.ProgressListener;
import dev.coracle.cluster.resources.InMemoryClusterResources;
import dev.coracle.cluster.resources.ResourceConnections;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Services without an engine. */
public final class InMemoryServices implements Services, Kubeconfigs, NodeImages {

  final InMemoryClusterService clusters = new InMemoryClusterService();
  final InMemorySnapshots snapshots = new InMemorySnapshots(clusters);
  final InMemoryNodeAccess nodes = new InMemoryNodeAccess(clusters);
  final InMemoryClusterImages images = new InMemoryClusterImages(clusters);
  final InMemoryClusterResources resources = new InMemoryClusterResources();
  final ScriptedDiagnostics diagnostics = new ScriptedDiagnostics();
  final List<String> calls = new ArrayList<>();

  @Override
  public InMemoryClusterService clusters() {
    return clusters;
  }

  @Override
  public InMemorySnapshots snapshots() {
    return snapshots;
  }

  @Override
  public InMemoryNodeAccess nodes() {
    return nodes;
  }

  @Override
  public InMemoryClusterImages images() {
    return images;
  }

  @Override
  public ResourceConnections resources() {
    return cluster -> {
      clusters.require(cluster);
      return resources;
    };
  }

  @Override
  public Kubeconfigs kubeconfigs() {
    return this;
  }

  @Override
  public NodeImages nodeImages() {
    return this;
  }

  @Override
  public ScriptedDiagnostics diagnostics() {
    return diagnostics;
  }

  @Override
  public Desktop desktop() {
    return (folder, hidden) -> calls.add("ui " + folder.getFileName() + " hidden=" + hidden);
  }

  @Override
  public void browse(URI address) {
    calls.add("browse " + address);
  }

  @Override
  public Optional<String> currentContext() {
    return Optional.empty();
  }

  @Override
  public void use(ClusterName cluster) {
    calls.add("use " + clusters.require(cluster).name());
  }

  @Override
  public boolean repair(ClusterName cluster) {
    return calls.add("repair " + clusters.require(cluster).name());
  }

  @Override
  public List<KubernetesVersion> versions() {
    return List.of(new KubernetesVersion(1, 36, 3), new KubernetesVersion(1, 35, 4));
  }

  @Override
  public String build(KubernetesVersion version, ProgressListener listener) {
    calls.add("build " + version);
    return "coracle/node:" + version + "-0123456789ab";
  }

  @Override
  public void save(KubernetesVersion version, Path file, ProgressListener listener) {
    calls.add("save " + version + " " + file.getFileName());
  }

  @Override
  public void load(Path file, ProgressListener listener) {
    calls.add("load " + file.getFileName());
  }
}
