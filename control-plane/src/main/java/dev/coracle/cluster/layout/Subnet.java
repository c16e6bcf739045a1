package dev.coracle.cluster.layout;

import java.util.List;

/**
 * The addresses of one cluster's network: a /22 of which the first 256 addresses are for nodes, the
 * next for edges, the third for LoadBalancers, and the last is what the engine gives out by itself,
 * so that no fixed address is ever lost to a foreign container.
 *
 * @param base the network's first address as a number
 */
public record Subnet(int base) {

  private static final int FIRST_NODE = 10;
  private static final int FIRST_EDGE = 256 + 2;
  private static final int PORT_EDGES = 240;
  private static final int RANGE = 3 * 256;

  /** Reads the first address of {@code 172.30.4.0/22}. */
  public static Subnet parse(String cidr) {
    return new Subnet(toNumber(cidr.substring(0, cidr.indexOf('/'))));
  }

  /** The subnet of the node that has this address. */
  public static Subnet around(String address) {
    return new Subnet(toNumber(address) & -1024);
  }

  /** All the subnets that a new cluster may take, in the order in which they are tried. */
  public static List<Subnet> candidates() {
    int first = toNumber("172.30.0.0");
    return java.util.stream.IntStream.range(0, 128)
        .mapToObj(i -> new Subnet(first + i * 1024))
        .toList();
  }

  /** The whole, as CIDR. */
  public String cidr() {
    return toText(base) + "/22";
  }

  /** What the engine gives out by itself. */
  public String ipRange() {
    return toText(base + RANGE) + "/24";
  }

  /** The host's address. */
  public String gateway() {
    return toText(base + 1);
  }

  /** The address of the node with this number. */
  public String node(int number) {
    return toText(base + FIRST_NODE + number);
  }

  /** The address of the edge that publishes the API. */
  public String edge() {
    return toText(base + FIRST_EDGE);
  }

  /** The addresses of the edges of later ports. */
  public List<String> portEdges() {
    return java.util.stream.IntStream.range(1, PORT_EDGES + 1)
        .mapToObj(i -> toText(base + FIRST_EDGE + i))
        .toList();
  }

  /** Whether this and another network, in CIDR form, have an address in common. */
  public boolean overlaps(String cidr) {
    if (cidr.indexOf(':') >= 0 || cidr.indexOf('/') < 0) {
      return false;
    }
    int bits = Math.min(22, Integer.parseInt(cidr.substring(cidr.indexOf('/') + 1)));
    int mask = bits == 0 ? 0 : -1 << (32 - bits);
    return (base & mask) == (toNumber(cidr.substring(0, cidr.indexOf('/'))) & mask);
  }

  private static int toNumber(String address) {
    int number = 0;
    for (String part : address.split("\\.", -1)) {
      number = number << 8 | Integer.parseInt(part);
    }
    return number;
  }

  private static String toText(int number) {
    return "%d.%d.%d.%d"
        .formatted(number >>> 24, number >> 16 & 255, number >> 8 & 255, number & 255);
  }
}
