package dev.coracle.cluster.resources;

class InMemoryClusterResourcesTest extends ClusterResourcesContract {

  private static final ObjectName POD = new ObjectName("kube-system", "coredns-1");

  private final InMemoryClusterResources resources =
      new InMemoryClusterResources()
          .put("{apiVersion: v1, kind: Node, metadata: {name: control-plane-1}}");

  InMemoryClusterResourcesTest() {
    resources.log(POD, "Started");
    resources.log(POD, "Ready");
  }

  @Override
  protected ClusterResources resources() {
    return resources;
  }

  @Override
  protected ObjectName talkingPod() {
    return POD;
  }

  @Override
  protected ObjectName echoingPod() {
    resources.put(
        "{apiVersion: v1, kind: Pod, metadata: {name: coredns-1, namespace: kube-system}}");
    return POD;
  }
}
