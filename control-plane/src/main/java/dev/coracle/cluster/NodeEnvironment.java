package dev.coracle.cluster;

import java.util.List;
import java.util.Optional;

/**
 * What nodes take from the machine and the network around it.
 *
 * @param mounts folders of the machine that every node sees
 * @param registries from where images are pulled
 * @param proxy the way to the outside
 * @param caBundle further authorities to trust
 */
public record NodeEnvironment(
    List<HostMount> mounts,
    RegistrySettings registries,
    ProxySettings proxy,
    Optional<CaBundle> caBundle) {

  /** Nothing. */
  public static final NodeEnvironment NONE =
      new NodeEnvironment(List.of(), RegistrySettings.NONE, ProxySettings.NONE, Optional.empty());

  /** Checks that no two mounts are at one place. */
  public NodeEnvironment {
    mounts = List.copyOf(mounts);
    SpecRules.checkMounts(mounts);
  }

  /** The same with these mounts. */
  public NodeEnvironment with(List<HostMount> others) {
    return new NodeEnvironment(others, registries, proxy, caBundle);
  }

  /** The same with these registries. */
  public NodeEnvironment with(RegistrySettings others) {
    return new NodeEnvironment(mounts, others, proxy, caBundle);
  }

  /** The same with this proxy. */
  public NodeEnvironment with(ProxySettings other) {
    return new NodeEnvironment(mounts, registries, other, caBundle);
  }

  /** The same with these authorities, or with none. */
  public NodeEnvironment with(Optional<CaBundle> others) {
    return new NodeEnvironment(mounts, registries, proxy, others);
  }
}
