package dev.coracle.cluster.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** A home folder with kubeconfig files in it, for tests of what happens to them. */
abstract class KubeconfigHome {

  static final ClusterName DEMO = new ClusterName("demo");

  static final ClusterName OTHER = new ClusterName("other");

  static final String FOREIGN =
      """
      apiVersion: v1
      clusters: []
      contexts:
      - {name: work, context: {cluster: work, user: work}}
      - {name: play, context: {cluster: work, user: work}}
      current-context: work
      kind: Config
      users: []
      """;

  @TempDir Path home;

  static void assertProblem(Problem.Code code, String message, Runnable action) {
    assertThatExceptionOfType(ClusterException.class)
        .isThrownBy(action::run)
        .withMessageContaining(message)
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  static KubeconfigEntry entry(ClusterName cluster, int port) {
    return new KubeconfigEntry(
        cluster, "https://127.0.0.1:" + port, "authority", "certificate", "secret");
  }

  KubeconfigState state(KubeconfigEntry entry) {
    return state(defaults(), entry);
  }

  static KubeconfigState state(KubeconfigFiles files, KubeconfigEntry entry) {
    return files.state(entry.cluster(), entry.server(), entry.authority());
  }

  KubeconfigFiles defaults() {
    return KubeconfigFiles.of(Map.of("KUBECONFIG", ""), home);
  }

  KubeconfigFiles listed(Path... paths) {
    String list =
        Arrays.stream(paths).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    return KubeconfigFiles.of(Map.of("KUBECONFIG", list), home);
  }

  Path config() {
    return home.resolve(".kube/config");
  }

  void given(String text) throws IOException {
    Files.createDirectories(config().getParent());
    Files.writeString(config(), text);
  }

  /** Locks and temporary files that should be gone. */
  List<Path> leftovers() throws IOException {
    try (Stream<Path> all = Files.list(config().getParent())) {
      return all.filter(path -> !path.equals(config())).toList();
    }
  }
}
