package dev.coracle.cluster.config;

import java.util.List;
import java.util.Optional;

/** The fields of a cluster file by their whole path, for whoever wrote one in a wrong place. */
final class ClusterFields {

  private static final List<String> PATHS =
      List.of(
          "kubernetesVersion",
          "nodes.bare",
          "nodes.cpus",
          "nodes.memory",
          "nodes.mounts",
          "nodes.controlPlanes",
          "nodes.pools",
          "autoPause",
          "network.apiPort",
          "network.cni",
          "network.ports",
          "network.proxy",
          "storage.defaultClass",
          "settings",
          "featureGates",
          "certificates.expiration",
          "certificates.caBundle",
          "registries.mirrors",
          "registries.insecure");

  private ClusterFields() {}

  /** The whole path of the field that has this last word, or one like it. */
  static Optional<String> elsewhere(String key) {
    List<String> words = PATHS.stream().map(ClusterFields::last).toList();
    return Suggestion.of(key, words)
        .flatMap(word -> PATHS.stream().filter(path -> last(path).equals(word)).findFirst())
        .or(() -> ofOtherTools(key));
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** Words that other tools' files have for the same. */
  private static Optional<String> ofOtherTools(String key) {
    return switch (key) {
      case "metadata" -> Optional.of("name");
      case "workers", "agents" -> Optional.of("nodes.pools");
      case "servers" -> Optional.of("nodes.controlPlanes.count");
      case "extraMounts", "volumes" -> Optional.of("nodes.mounts");
      case "extraPortMappings" -> Optional.of("network.ports");
      case "networking" -> Optional.of("network");
      case "kubeadmConfigPatches", "extraArgs" -> Optional.of("settings");
      default -> Optional.empty();
    };
  }
}
