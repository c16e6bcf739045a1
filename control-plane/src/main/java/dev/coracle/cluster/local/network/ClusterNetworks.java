package dev.coracle.cluster.local.network;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.engine.Networks;
import dev.coracle.cluster.engine.Networks.NetworkInfo;
import dev.coracle.cluster.engine.Networks.NetworkSpec;
import dev.coracle.cluster.layout.Labels;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.layout.Subnet;
import dev.coracle.cluster.layout.SubnetPicker;
import dev.coracle.cluster.local.step.WholeCall;
import java.util.Optional;

/** Makes each cluster's own network, with a subnet that nothing else uses. */
public final class ClusterNetworks {

  /** Two starts at once may pick the same subnet; the engine then refuses one of them. */
  private static final int ATTEMPTS = 5;

  private final Networks networks;

  /** Makes networks of this engine. */
  public ClusterNetworks(Networks networks) {
    this.networks = networks;
  }

  /** The subnet of a cluster's network, if it is there. */
  public Optional<Subnet> find(ClusterName cluster) {
    String name = ObjectNames.network(cluster);
    return networks.list().stream()
        .filter(network -> network.name().equals(name))
        .map(NetworkInfo::subnets)
        .flatMap(subnets -> subnets.stream().findFirst().stream())
        .map(Subnet::parse)
        .findFirst();
  }

  /**
   * Makes it with a subnet that is free, and tells which.
   *
   * @throws ClusterException with {@link Problem.Code#NETWORK_CONFLICT} when none was
   */
  public Subnet create(ClusterName cluster) {
    for (int attempt = 1; ; attempt++) {
      Subnet subnet = SubnetPicker.pick(networks.list());
      try {
        create(cluster, subnet);
        return subnet;
      } catch (ClusterException e) {
        boolean conflict = e.problem().code() == Problem.Code.NETWORK_CONFLICT;
        if (!conflict || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /** Makes it again, with the addresses that the nodes' labels name. */
  public void create(ClusterName cluster, Subnet subnet) {
    NetworkSpec spec =
        new NetworkSpec(
            ObjectNames.network(cluster),
            subnet.cidr(),
            subnet.ipRange(),
            subnet.gateway(),
            Labels.of(cluster, "network"));
    WholeCall.run(() -> networks.create(spec));
  }
}
