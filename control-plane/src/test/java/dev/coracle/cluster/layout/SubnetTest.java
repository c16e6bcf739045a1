package dev.coracle.cluster.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.engine.Networks.NetworkInfo;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SubnetTest {

  private static NetworkInfo network(String... subnets) {
    return new NetworkInfo("other", List.of(subnets), Map.of());
  }

  @Test
  void givesFixedAddressesOutsideOfWhatTheEngineGivesOut() {
    Subnet subnet = Subnet.parse("172.30.4.0/22");

    assertThat(subnet.cidr()).isEqualTo("172.30.4.0/22");
    assertThat(subnet.gateway()).isEqualTo("172.30.4.1");
    assertThat(subnet.node(1)).isEqualTo("172.30.4.11");
    assertThat(subnet.edge()).isEqualTo("172.30.5.2");
    assertThat(subnet.ipRange()).isEqualTo("172.30.7.0/24");
    assertThat(Subnet.around("172.30.5.2")).isEqualTo(subnet);
  }

  @Test
  void findsOverlapsInBothDirections() {
    Subnet subnet = Subnet.parse("172.30.4.0/22");

    assertThat(Stream.of("172.30.0.0/16", "172.30.6.0/24", "172.30.4.0/22", "0.0.0.0/0"))
        .allMatch(subnet::overlaps);
    assertThat(Stream.of("172.30.8.0/22", "10.0.0.0/8", "fd00::/64", ""))
        .noneMatch(subnet::overlaps);
  }

  @Test
  void picksTheFirstSubnetThatIsFree() {
    Subnet first = SubnetPicker.pick(List.of());

    Subnet second = SubnetPicker.pick(List.of(network("fd00::/64", first.cidr())));

    assertThat(second.base() - first.base()).isGreaterThanOrEqualTo(1024);
  }

  @Test
  void saysSoWhenNoneIsLeft() {
    assertThatThrownBy(() -> SubnetPicker.pick(List.of(network("172.16.0.0/12"))))
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("No subnet");
  }
}
