package dev.coracle.launcher.command;

import dev.coracle.cluster.KubernetesVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

@Command(
    name = "version",
    description = "Print Coracle's version and the Kubernetes versions that it knows.")
final class VersionCommand implements Runnable {

  private final Session session;

  VersionCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    List<String> kubernetes =
        session.services().nodeImages().versions().stream()
            .map(KubernetesVersion::toString)
            .toList();
    Map<String, Object> versions = new LinkedHashMap<>();
    versions.put("coracle", OwnVersion.text());
    versions.put("kubernetes", kubernetes);
    versions.put("java", Runtime.version().toString());
    session
        .printer()
        .data(
            versions,
            List.of(
                "coracle " + OwnVersion.text(),
                "kubernetes " + String.join(", ", kubernetes),
                "java " + Runtime.version()));
  }
}
