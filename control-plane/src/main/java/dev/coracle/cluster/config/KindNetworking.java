package dev.coracle.cluster.config;

import static dev.coracle.cluster.config.ForeignFile.text;

import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.config.YamlValue.Block;
import java.util.Set;

/** The networking of a kind file. */
final class KindNetworking {

  private static final Set<String> OUR_POD_SUBNET = Set.of("10.244.0.0/16");

  private final ForeignFile file;

  KindNetworking(ForeignFile file) {
    this.file = file;
  }

  void read(Block networking) {
    text(networking, "apiServerPort")
        .filter(it -> !it.value().startsWith("-"))
        .ifPresent(
            it ->
                file.change(
                    it.place(),
                    "networking.apiServerPort",
                    spec -> spec.toBuilder().apiPort(Values.number(it.value())).build()));
    text(networking, "disableDefaultCNI")
        .filter(it -> it.value().equals("true"))
        .ifPresent(
            it ->
                file.change(
                    it.place(),
                    "networking.disableDefaultCNI",
                    spec -> spec.toBuilder().cni(ClusterSpec.Cni.NONE).build()));
    text(networking, "serviceSubnet")
        .ifPresent(
            it -> file.setting(it.place(), "apiserver.service-cluster-ip-range", it.value()));
    text(networking, "podSubnet")
        .filter(it -> !OUR_POD_SUBNET.contains(it.value()))
        .ifPresent(
            it ->
                file.note(
                    it.place(), "networking.podSubnet", "is left out; pods have 10.244.0.0/16."));
    text(networking, "ipFamily")
        .filter(it -> !it.value().equals("ipv4"))
        .ifPresent(it -> file.note(it.place(), "networking.ipFamily", "is left out: IPv4 alone."));
    text(networking, "apiServerAddress")
        .filter(it -> !it.value().equals("127.0.0.1"))
        .ifPresent(
            it ->
                file.note(
                    it.place(), "networking.apiServerAddress", "is left out: it is 127.0.0.1."));
    file.leaveOutOthers(
        networking,
        "networking.",
        "apiServerPort",
        "disableDefaultCNI",
        "serviceSubnet",
        "podSubnet",
        "ipFamily",
        "apiServerAddress");
  }
}
