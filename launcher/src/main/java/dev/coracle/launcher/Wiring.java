package dev.coracle.launcher;

import dev.coracle.cluster.ClusterImages;
import dev.coracle.cluster.ClusterService;
import dev.coracle.cluster.NodeAccess;
import dev.coracle.launcher.command.Kubeconfigs;
import dev.coracle.launcher.command.NodeImages;
import dev.coracle.launcher.command.Services;

/** Builds every object of the application: the only place where one is chosen over another. */
final class Wiring implements Services {

  @Override
  public ClusterService clusters() {
    throw new UnsupportedOperationException("the local service is not wired");
  }

  @Override
  public NodeAccess nodes() {
    throw new UnsupportedOperationException("the local service is not wired");
  }

  @Override
  public ClusterImages images() {
    throw new UnsupportedOperationException("the local service is not wired");
  }

  @Override
  public Kubeconfigs kubeconfigs() {
    throw new UnsupportedOperationException("the local service is not wired");
  }

  @Override
  public NodeImages nodeImages() {
    throw new UnsupportedOperationException("the local service is not wired");
  }
}
