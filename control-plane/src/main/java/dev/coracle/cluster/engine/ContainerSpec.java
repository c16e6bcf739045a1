package dev.coracle.cluster.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A container to create.
 *
 * @param name its name
 * @param image the image's reference
 * @param hostname the name it knows itself by
 * @param command arguments of the image's entry point; when the first is an absolute path, that
 *     program and its arguments in the entry point's place
 * @param labels what it is for
 * @param network the network it joins
 * @param address its fixed address there; empty: the engine chooses
 * @param volumes mounts by path in the container
 * @param tmpfs mount options by path in the container
 * @param published ports published on the host
 * @param privileges what it may do
 * @param limits CPU and memory
 * @param stopTimeout how long the engine waits between the stop signal and SIGKILL when nothing
 *     else is said
 * @param environment variables of its processes
 */
public record ContainerSpec(
    String name,
    String image,
    String hostname,
    List<String> command,
    Map<String, String> labels,
    String network,
    Optional<String> address,
    List<Mount> volumes,
    Map<String, String> tmpfs,
    List<PublishedPort> published,
    Privileges privileges,
    Resources limits,
    Duration stopTimeout,
    Map<String, String> environment) {

  /** Keeps immutable copies. */
  public ContainerSpec {
    environment = Map.copyOf(environment);
    command = List.copyOf(command);
    labels = Map.copyOf(labels);
    volumes = List.copyOf(volumes);
    tmpfs = Map.copyOf(tmpfs);
    published = List.copyOf(published);
  }

  /** A container with the image's environment. */
  public ContainerSpec(
      String name,
      String image,
      String hostname,
      List<String> command,
      Map<String, String> labels,
      String network,
      Optional<String> address,
      List<Mount> volumes,
      Map<String, String> tmpfs,
      List<PublishedPort> published,
      Privileges privileges,
      Resources limits,
      Duration stopTimeout) {
    this(
        name,
        image,
        hostname,
        command,
        labels,
        network,
        address,
        volumes,
        tmpfs,
        published,
        privileges,
        limits,
        stopTimeout,
        Map.of());
  }

  /**
   * A mount.
   *
   * @param source a volume's name, or an absolute path of the host
   * @param target path in the container
   * @param readOnly whether writing is refused
   */
  public record Mount(String source, String target, boolean readOnly) {}

  /**
   * A published port.
   *
   * @param hostAddress where the host listens, normally 127.0.0.1
   * @param hostPort the port there; 0: the engine chooses
   * @param containerPort the port in the container
   * @param protocol {@code tcp} or {@code udp}
   */
  public record PublishedPort(
      String hostAddress, int hostPort, int containerPort, String protocol) {}

  /**
   * What a container may do beyond the engine's defaults, or short of them.
   *
   * @param user whose rights the container has; empty: root's, as far as capabilities go
   * @param dropAll give up every default capability first
   * @param capabilities capabilities to add, without {@code CAP_}
   * @param unconfined no seccomp, no AppArmor, no masked or read-only paths, own cgroup namespace,
   *     any device, user namespace of the host
   */
  public record Privileges(
      Optional<String> user, boolean dropAll, Set<String> capabilities, boolean unconfined) {

    /** Keeps an immutable copy. */
    public Privileges {
      capabilities = Set.copyOf(capabilities);
    }

    /** A user without any capability. */
    public static Privileges none(String user) {
      return new Privileges(Optional.of(user), true, Set.of(), false);
    }

    /** These capabilities of root's in a container that the engine does not confine. */
    public static Privileges unconfined(boolean dropAll, Set<String> capabilities) {
      return new Privileges(Optional.empty(), dropAll, capabilities, true);
    }
  }
}
