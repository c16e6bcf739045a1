package dev.coracle.cluster.kube;

class InMemoryKubeApiTest extends KubeApiContract {

  private final KubeApi api = new InMemoryKubeApi();

  @Override
  protected KubeApi api() {
    return api;
  }
}
