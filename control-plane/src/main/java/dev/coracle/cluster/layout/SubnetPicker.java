package dev.coracle.cluster.layout;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.engine.Networks.NetworkInfo;
import java.net.Inet4Address;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

/** Finds a subnet that neither the engine's networks nor the host's interfaces use. */
public final class SubnetPicker {

  private SubnetPicker() {}

  public static Subnet pick(List<NetworkInfo> networks) {
    List<String> taken = new ArrayList<>(ofHost());
    networks.forEach(network -> taken.addAll(network.subnets()));
    return Subnet.candidates().stream()
        .filter(candidate -> taken.stream().noneMatch(candidate::overlaps))
        .findFirst()
        .orElseThrow(SubnetPicker::none);
  }

  /** Whether none of these networks and of the host's has an address in this subnet. */
  public static boolean isFree(Subnet subnet, List<NetworkInfo> networks) {
    List<String> taken = new ArrayList<>(ofHost());
    networks.forEach(network -> taken.addAll(network.subnets()));
    return taken.stream().noneMatch(subnet::overlaps);
  }

  private static List<String> ofHost() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(nic -> nic.getInterfaceAddresses().stream())
          .filter(address -> address.getAddress() instanceof Inet4Address)
          .map(SubnetPicker::cidr)
          .toList();
    } catch (SocketException e) {
      // A host that does not tell its addresses leaves the engine's own check.
      return List.of();
    }
  }

  private static String cidr(InterfaceAddress address) {
    return address.getAddress().getHostAddress() + "/" + address.getNetworkPrefixLength();
  }

  private static ClusterException none() {
    return new ClusterException(
        Problem.of(
            Problem.Code.NETWORK_CONFLICT,
            "No subnet of 172.30.0.0/15 is free for another cluster.",
            "Remove networks that you do not need: `docker network prune`."));
  }
}
