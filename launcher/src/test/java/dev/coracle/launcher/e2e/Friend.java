package dev.coracle.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;

/** A container of the user's own on a cluster's network, which pods find by its name. */
final class Friend implements AutoCloseable {

  private final Function<String[], Result> docker;
  private final String name;

  /**
   * Runs one, which comes back with its engine.
   *
   * @param docker runs the docker command
   */
  Friend(Function<String[], Result> docker, String cluster) {
    this.docker = docker;
    this.name = cluster + "-friend";
    docker("rm", "-f", name);
    docker(
            "run",
            "-d",
            "--restart=always",
            "--name",
            name,
            "--network",
            "coracle-" + cluster,
            TestImages.BUSYBOX)
        .ok();
  }

  private Result docker(String... arguments) {
    return docker.apply(arguments);
  }

  /** Fails unless a pod resolves its name to its address of now. */
  void requireFoundBy(Kubectl kubectl, String pod) {
    assertThat(address()).isNotEmpty();
    assertThat(kubectl.sh(pod, "nslookup " + name + ".").ok().out()).contains(address());
  }

  /** Its address of now. */
  String address() {
    String template = "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}";
    return docker("inspect", "--format", template, name).ok().text();
  }

  /** Fetches a page, and does not wait long for it. */
  Result fetch(String url) {
    return docker("exec", name, "wget", "-T", "3", "-qO-", url);
  }

  @Override
  public void close() {
    docker("rm", "-f", name).ok();
  }
}
