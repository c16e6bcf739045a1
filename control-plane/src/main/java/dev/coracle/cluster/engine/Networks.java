package dev.coracle.cluster.engine;

import java.util.List;
import java.util.Map;

/** Networks. */
public interface Networks {

  /** Creates a bridge network. */
  void create(NetworkSpec spec);

  /** Every network, whoever made it, with its subnets: a new one must not overlap. */
  List<NetworkInfo> list();

  /** Connects a container, which may run. */
  void connect(String network, String container);

  /** Removes it. Removing nothing is no error. */
  void remove(String name);

  /**
   * A network to create.
   *
   * @param name its name
   * @param subnet for instance {@code 172.30.0.0/24}
   * @param ipRange the part that the engine gives out by itself
   * @param gateway the host's address there
   * @param labels what it is for
   */
  record NetworkSpec(
      String name, String subnet, String ipRange, String gateway, Map<String, String> labels) {}

  /**
   * A network as the engine shows it.
   *
   * @param name its name
   * @param subnets IPv4 and IPv6 subnets
   * @param labels what it is for
   */
  record NetworkInfo(String name, List<String> subnets, Map<String, String> labels) {}
}
