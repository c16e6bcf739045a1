package dev.coracle.launcher.host;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a kubectl for its version. */
final class KubectlVersion {

  private static final Pattern CLIENT = Pattern.compile("Client Version: (v\\d+\\.\\d+\\.\\d+)");

  private KubectlVersion() {}

  static KubernetesVersion of(Path kubectl) {
    String answer = ask(kubectl);
    Matcher version = CLIENT.matcher(answer);
    if (!version.find()) {
      throw new ClusterException(
          Problem.of(
                  Problem.Code.USAGE,
                  "%s does not tell its version.".formatted(kubectl),
                  "Install a kubectl of the cluster's version.")
              .withOutput(answer));
    }
    return KubernetesVersion.parse(version.group(1));
  }

  private static String ask(Path kubectl) {
    try {
      Process process =
          new ProcessBuilder(kubectl.toString(), "version", "--client")
              .redirectErrorStream(true)
              .start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
