package dev.coracle.cluster.engine;

import dev.coracle.cluster.Bytes;

/**
 * What an engine says of itself.
 *
 * @param name the product, for instance {@code Docker Engine - Community}
 * @param version its version
 * @param apiVersion the API version that is spoken with it
 * @param endpoint where it answers, for instance {@code unix:///var/run/docker.sock}
 * @param operatingSystem the engine's operating system
 * @param architecture for instance {@code x86_64}
 * @param cpus cores it has
 * @param memory memory it has
 * @param cgroupVersion 1 or 2
 * @param rootless whether it runs without root
 * @param userNamespaces whether containers' users are remapped
 * @param rootDirectory where it keeps its data
 */
public record EngineInfo(
    String name,
    String version,
    String apiVersion,
    String endpoint,
    String operatingSystem,
    String architecture,
    int cpus,
    Bytes memory,
    int cgroupVersion,
    boolean rootless,
    boolean userNamespaces,
    String rootDirectory) {}
