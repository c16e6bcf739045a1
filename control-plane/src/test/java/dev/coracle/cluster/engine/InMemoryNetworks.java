package dev.coracle.cluster.engine;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** Networks in memory; two of the same subnet collide, other overlaps are not computed. */
public final class InMemoryNetworks implements Networks {

  private final InMemoryEngine engine;
  private final Map<String, NetworkInfo> networks = new ConcurrentSkipListMap<>();

  InMemoryNetworks(InMemoryEngine engine) {
    this.engine = engine;
    networks.put("bridge", new NetworkInfo("bridge", List.of("172.17.0.0/16"), Map.of()));
  }

  @Override
  public synchronized void create(NetworkSpec spec) {
    engine.script().call("networks.create", spec.name());
    if (networks.containsKey(spec.name())) {
      throw refused(Problem.Code.NAME_TAKEN, "network " + spec.name() + " already exists");
    }
    if (networks.values().stream().anyMatch(n -> n.subnets().contains(spec.subnet()))) {
      throw refused(Problem.Code.NETWORK_CONFLICT, "Pool overlaps with other one");
    }
    networks.put(
        spec.name(),
        new NetworkInfo(spec.name(), List.of(spec.subnet()), Map.copyOf(spec.labels())));
    engine.emit("network", "create", spec.name(), spec.labels());
  }

  @Override
  public List<NetworkInfo> list() {
    engine.script().call("networks.list", "");
    return List.copyOf(networks.values());
  }

  @Override
  public void connect(String network, String container) {
    engine.script().call("networks.connect", network + " " + container);
    require(network);
    engine.containers().connect(container, network);
  }

  @Override
  public synchronized void remove(String name) {
    engine.script().call("networks.remove", name);
    if (engine.containers().runOn(name)) {
      throw refused(Problem.Code.NETWORK_CONFLICT, "network " + name + " has active endpoints");
    }
    NetworkInfo removed = networks.remove(name);
    if (removed != null) {
      engine.emit("network", "destroy", name, removed.labels());
    }
  }

  void require(String name) {
    if (!name.equals("none") && !networks.containsKey(name)) {
      throw refused(Problem.Code.ENGINE_FAILED, "network " + name + " not found");
    }
  }

  private static ClusterException refused(Problem.Code code, String summary) {
    return new ClusterException(InMemoryEngine.refused(code, summary));
  }
}
