package dev.coracle.cluster.engine.docker;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coracle.cluster.engine.ContainerSpec;
import dev.coracle.cluster.engine.ContainerSpec.Mount;
import dev.coracle.cluster.engine.ContainerSpec.Privileges;
import dev.coracle.cluster.engine.ContainerSpec.PublishedPort;
import dev.coracle.cluster.engine.Resources;

/** A container's specification in the words of the Engine API. */
final class ContainerRequest {

  private static final long NANOS = 1_000_000_000L;

  private ContainerRequest() {}

  /** The body that creates a container. */
  static ObjectNode of(ContainerSpec spec) {
    ObjectNode body =
        Json.object()
            .put("Image", spec.image())
            .put("Hostname", spec.hostname())
            .put("StopSignal", "SIGTERM")
            .put("StopTimeout", Math.max(1, spec.stopTimeout().toSeconds()));
    spec.command().forEach(body.putArray("Cmd")::add);
    if (!spec.command().isEmpty() && spec.command().getFirst().startsWith("/")) {
      // An empty string, unlike an empty list, takes away what the image has.
      body.putArray("Entrypoint").add("");
    }
    body.set("Labels", Json.of(spec.labels()));
    spec.privileges().user().ifPresent(user -> body.put("User", user));
    ArrayNode environment = body.putArray("Env");
    spec.environment().forEach((name, value) -> environment.add(name + "=" + value));
    ObjectNode exposed = body.putObject("ExposedPorts");
    spec.published().forEach(port -> exposed.putObject(key(port)));
    body.set("HostConfig", hostConfig(spec));
    body.set("NetworkingConfig", networking(spec));
    return body;
  }

  private static ObjectNode networking(ContainerSpec spec) {
    ObjectNode config = Json.object();
    ObjectNode endpoint = config.putObject("EndpointsConfig").putObject(spec.network());
    spec.address()
        .ifPresent(address -> endpoint.putObject("IPAMConfig").put("IPv4Address", address));
    return config;
  }

  private static ObjectNode hostConfig(ContainerSpec spec) {
    ObjectNode host = Json.object().put("NetworkMode", spec.network()).put("Init", false);
    host.putObject("RestartPolicy").put("Name", "unless-stopped");
    host.putObject("LogConfig")
        .put("Type", "json-file")
        .putObject("Config")
        .put("max-size", "2m")
        .put("max-file", "2");
    ArrayNode binds = host.putArray("Binds");
    spec.volumes().forEach(mount -> binds.add(bind(mount)));
    host.set("Tmpfs", Json.of(spec.tmpfs()));
    ObjectNode ports = host.putObject("PortBindings");
    spec.published()
        .forEach(
            port ->
                ports
                    .withArray(key(port))
                    .addObject()
                    .put("HostIp", port.hostAddress())
                    .put("HostPort", String.valueOf(port.hostPort())));
    allow(host, spec.privileges());
    limit(host, spec.limits());
    return host;
  }

  private static String bind(Mount mount) {
    return mount.source() + ":" + mount.target() + (mount.readOnly() ? ":ro" : "");
  }

  private static String key(PublishedPort port) {
    return port.containerPort() + "/" + port.protocol();
  }

  private static void allow(ObjectNode host, Privileges privileges) {
    ArrayNode added = host.putArray("CapAdd");
    privileges.capabilities().stream().sorted().forEach(added::add);
    ArrayNode dropped = host.putArray("CapDrop");
    if (privileges.dropAll()) {
      dropped.add("ALL");
    }
    host.put("CgroupnsMode", "private");
    if (privileges.unconfined()) {
      unconfine(host);
    }
  }

  private static void unconfine(ObjectNode host) {
    host.putArray("SecurityOpt").add("seccomp=unconfined").add("apparmor=unconfined");
    host.putArray("MaskedPaths");
    host.putArray("ReadonlyPaths");
    host.putArray("DeviceCgroupRules").add("a *:* rwm");
    host.putArray("Devices")
        .addObject()
        .put("PathOnHost", "/dev/kmsg")
        .put("PathInContainer", "/dev/kmsg")
        .put("CgroupPermissions", "rwm");
    // A daemon that remaps users would take the node's root away from its own mounts.
    host.put("UsernsMode", "host");
  }

  /** Writes limits into a body; what is not limited is said too, so that an update can lift it. */
  static void limit(ObjectNode body, Resources limits) {
    long memory = limits.memory().map(bytes -> bytes.value()).orElse(0L);
    body.put("NanoCpus", limits.cpus().map(cpus -> Math.round(cpus * NANOS)).orElse(0L));
    body.put("Memory", memory);
    // The limit of memory and swap together: the same figure means no swap beyond it.
    body.put("MemorySwap", memory == 0 ? -1 : memory);
  }
}
