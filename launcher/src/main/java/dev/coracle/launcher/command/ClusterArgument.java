package dev.coracle.launcher.command;

import dev.coracle.cluster.ClusterName;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** The name of a cluster as a command's only argument. */
final class ClusterArgument {

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "The cluster's name (else --cluster, $$CORACLE_CLUSTER, \"coracle\").")
  @Nullable String name;

  ClusterName in(Session session) {
    return session.cluster(name);
  }
}
