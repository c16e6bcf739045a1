package dev.coracle.launcher.e2e;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.engine.ContainerEngine;
import dev.coracle.cluster.engine.docker.DockerEngines;
import dev.coracle.cluster.local.OnLocalDocker;
import dev.coracle.cluster.resources.ClusterResources;
import dev.coracle.cluster.resources.ClusterResourcesContract;
import dev.coracle.cluster.resources.ObjectName;
import dev.coracle.cluster.resources.ResourceRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the explorer reads and changes, on a real API server. */
class ResourcesE2E extends ClusterResourcesContract {

  @RegisterExtension static final TestCluster cluster = new TestCluster("e2e-explorer");

  private static @Nullable ContainerEngine engine;
  private static @Nullable ClusterResources resources;

  @BeforeAll
  static void connect() {
    engine = DockerEngines.connect();
    resources = OnLocalDocker.resources(engine).connect(new ClusterName(cluster.name()));
  }

  @AfterAll
  static void close() {
    if (resources != null) {
      resources.close();
    }
    if (engine != null) {
      engine.close();
    }
  }

  @Override
  protected ClusterResources resources() {
    if (resources == null) {
      throw new IllegalStateException("not connected");
    }
    return resources;
  }

  @Override
  protected ObjectName echoingPod() {
    Kubectl kubectl = cluster.kubectl().in("default");
    kubectl.apply(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: explorer-echo}
        spec:
          containers:
            - name: echo
              image: %s
              command: [sh, -c, "nc -ll -p 8080 -e cat & sleep 86400"]
              readinessProbe: {tcpSocket: {port: 8080}, periodSeconds: 1}
        """
            .formatted(TestImages.BUSYBOX));
    kubectl.await("pod/explorer-echo", "condition=Ready");
    return new ObjectName("default", "explorer-echo");
  }

  @Override
  protected ObjectName talkingPod() {
    return resources()
        .list(
            resources().kinds().stream()
                .filter(it -> it.kind().equals("Pod"))
                .findFirst()
                .orElseThrow(),
            "kube-system")
        .rows()
        .stream()
        .map(ResourceRow::id)
        .filter(id -> id.name().startsWith("etcd"))
        .findFirst()
        .orElseThrow();
  }
}
