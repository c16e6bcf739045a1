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
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KubeconfigFilesTest {

  private static final ClusterName DEMO = new ClusterName("demo");
  private static final ClusterName OTHER = new ClusterName("other");
  private static final String FOREIGN =
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

  @TempDir private Path home;

  @Test
  void newFileIsForItsOwnerAloneAndLeavesWithItsLastEntry() throws IOException {
    KubeconfigFiles files = defaults();

    files.write(entry(DEMO, 1), false);

    assertThat(Files.getPosixFilePermissions(config()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Files.readString(config())).startsWith("apiVersion: v1\nkind: Config\nclusters:\n");
    files.remove(DEMO);
    assertThat(config()).doesNotExist();
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void emptyFileIsEmptyAgain() throws IOException {
    given("");

    defaults().write(entry(DEMO, 1), false);

    assertThat(state(entry(DEMO, 1))).isEqualTo(KubeconfigState.CONFIGURED);
    defaults().remove(DEMO);
    assertThat(config()).isEmptyFile();
  }

  @Test
  void modeOfAnExistingFileStays() throws IOException {
    given(FOREIGN);
    Set<PosixFilePermission> mode = PosixFilePermissions.fromString("rw-r-----");
    Files.setPosixFilePermissions(config(), mode);

    defaults().write(entry(DEMO, 1), false);

    assertThat(Files.getPosixFilePermissions(config())).isEqualTo(mode);
  }

  @Test
  void writingTheSameAgainChangesNothing() throws IOException {
    given(FOREIGN);
    defaults().write(entry(DEMO, 1), false);
    var written = Files.readAttributes(config(), java.nio.file.attribute.BasicFileAttributes.class);

    defaults().write(entry(DEMO, 1), false);

    var again = Files.readAttributes(config(), java.nio.file.attribute.BasicFileAttributes.class);
    assertThat(again.fileKey()).isEqualTo(written.fileKey());
  }

  @Test
  void newPortRepairsTheEntryAndKeepsTheUsersNamespace() throws IOException {
    given(FOREIGN);
    defaults().write(entry(DEMO, 1), false);
    String chosen =
        Files.readString(config())
            .replace("    user: coracle-demo", "    namespace: web\n    user: coracle-demo");
    given(chosen);

    defaults().write(entry(DEMO, 2), false);

    assertThat(Files.readString(config())).isEqualTo(chosen.replace(":1\n", ":2\n"));
  }

  @Test
  void keepContextKeepsIt() throws IOException {
    given(FOREIGN);

    defaults().write(entry(DEMO, 1), true);

    assertThat(defaults().currentContext()).isEqualTo("work");
    defaults().remove(DEMO);
    assertThat(defaults().currentContext()).isEqualTo("work");
  }

  @Test
  void removalLeavesAContextAloneThatTheUserChose() throws IOException {
    given(FOREIGN);
    defaults().write(entry(DEMO, 1), false);
    given(
        Files.readString(config())
            .replace("current-context: coracle-demo", "current-context: play"));

    defaults().remove(DEMO);

    assertThat(Files.readString(config()))
        .isEqualTo(FOREIGN.replace("text: work\n", "text: play\n"));
  }

  @Test
  void formerContextComesBackThroughSeveralClusters() throws IOException {
    given(FOREIGN);
    defaults().write(entry(DEMO, 1), false);
    defaults().write(entry(OTHER, 2), false);

    defaults().remove(DEMO);
    assertThat(defaults().currentContext()).isEqualTo("coracle-other");
    defaults().remove(OTHER);

    assertThat(Files.readString(config())).isEqualTo(FOREIGN);
  }

  @Test
  void formerContextThatIsGoneIsNotBroughtBack() throws IOException {
    given(FOREIGN);
    defaults().write(entry(DEMO, 1), false);
    given(Files.readString(config()).replaceAll("(?m)^- \\{name: work.*\n", ""));

    defaults().remove(DEMO);

    assertThat(defaults().currentContext()).isEmpty();
  }

  @Test
  void useSelectsAndRemembers() throws IOException {
    given(FOREIGN);
    defaults().write(entry(DEMO, 1), true);

    defaults().use(DEMO);

    assertThat(defaults().currentContext()).isEqualTo("coracle-demo");
    defaults().remove(DEMO);
    assertThat(Files.readString(config())).isEqualTo(FOREIGN);
  }

  @Test
  void useOfAnAbsentEntrySaysHowToGetIt() {
    assertProblem(
        Problem.Code.KUBECONFIG_INVALID, "no context coracle-demo", () -> defaults().use(DEMO));
  }

  @Test
  void stateTellsWhereTheContextLeads() throws IOException {
    given(FOREIGN);
    KubeconfigEntry entry = entry(DEMO, 1);
    assertThat(state(entry)).isEqualTo(KubeconfigState.ABSENT);

    defaults().write(entry, false);

    assertThat(state(entry)).isEqualTo(KubeconfigState.CONFIGURED);
    assertThat(state(entry(DEMO, 2))).isEqualTo(KubeconfigState.MISCONFIGURED);
    given(Files.readString(config()).replaceAll("(?s)users:.*", "users: []\n"));
    assertThat(state(entry)).isEqualTo(KubeconfigState.MISCONFIGURED);
  }

  @Test
  void duplicatesOfOurNameAreAllRemoved() throws IOException {
    String twice = "- {name: coracle-demo, user: {}}\n";
    given(FOREIGN.replace("users: []\n", "users:\n" + twice + "- {name: a, user: {}}\n" + twice));

    defaults().remove(DEMO);

    assertThat(Files.readString(config()))
        .isEqualTo(FOREIGN.replace("users: []\n", "users:\n- {name: a, user: {}}\n"));
  }

  @Test
  void entriesAreChangedWhereTheyStandAndAddedWhereKubectlWould() throws IOException {
    Path missing = home.resolve("missing");
    Path first = home.resolve("first");
    Path second = home.resolve("second");
    Files.writeString(first, FOREIGN);
    String users = "users:\n- {name: coracle-demo, user: {token: old}}\n";
    Files.writeString(second, users);
    KubeconfigFiles files = listed(missing, first, second);

    files.write(entry(DEMO, 1), false);

    assertThat(missing).doesNotExist();
    assertThat(Files.readString(first)).contains("- cluster:\n").contains("users: []\n");
    assertThat(Files.readString(second)).contains("client-key-data").doesNotContain("token");
    assertThat(state(files, entry(DEMO, 1))).isEqualTo(KubeconfigState.CONFIGURED);
    files.remove(DEMO);
    assertThat(Files.readString(first)).isEqualTo(FOREIGN);
    assertThat(Files.readString(second)).isEqualTo("users: []\n");
  }

  @Test
  void ofFilesThatAllMissTheLastIsMade() {
    Path last = home.resolve("new/last");

    listed(home.resolve("a"), last).write(entry(DEMO, 1), false);

    assertThat(last).exists();
    assertThat(home.resolve("a")).doesNotExist();
  }

  @Test
  void symbolicLinksStay() throws IOException {
    Path target = Files.writeString(home.resolve("dotfiles-config"), FOREIGN);
    Files.createDirectories(config().getParent());
    Files.createSymbolicLink(config(), Path.of("../dotfiles-config"));

    defaults().write(entry(DEMO, 1), false);

    assertThat(config()).isSymbolicLink();
    assertThat(Files.readString(target)).contains("coracle-demo");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "clusters: [\n",
        "a: b\n\tc: d\n",
        "clusters: one\n",
        "apiVersion: v1\n---\napiVersion: v1\n",
        "apiVersion: v1\napiVersion: v1\n",
        "- a list\n"
      })
  void whatIsNoKubeconfigIsNamedAndLeftAlone(String text) throws IOException {
    given(text);

    assertProblem(
        Problem.Code.KUBECONFIG_INVALID,
        config() + " is not a valid kubeconfig: line ",
        () -> defaults().write(entry(DEMO, 1), false));

    assertThat(Files.readString(config())).isEqualTo(text);
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void theFaultyLineIsNamed() throws IOException {
    given("apiVersion: v1\nkind: Config\n\tclusters: []\n");

    assertProblem(
        Problem.Code.KUBECONFIG_INVALID, "line 3", () -> defaults().write(entry(DEMO, 1), false));
  }

  @Test
  void bytesThatAreNoTextAreRefused() throws IOException {
    Files.createDirectories(config().getParent());
    Files.write(config(), new byte[] {'a', ':', ' ', (byte) 0xff});

    assertProblem(
        Problem.Code.KUBECONFIG_INVALID, "UTF-8", () -> defaults().write(entry(DEMO, 1), false));
  }

  @Test
  void readOnlyFilesStayAsTheyAre() throws IOException {
    given(FOREIGN);
    Files.setPosixFilePermissions(config(), PosixFilePermissions.fromString("r--r--r--"));

    assertProblem(
        Problem.Code.KUBECONFIG_READ_ONLY,
        config() + " cannot be written",
        () -> defaults().write(entry(DEMO, 1), false));

    assertThat(Files.readString(config())).isEqualTo(FOREIGN);
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void failureInOneFileUndoesTheOthers() throws IOException {
    Path first = Files.writeString(home.resolve("first"), FOREIGN);
    String users = "users:\n- {name: coracle-demo, user: {token: old}}\n";
    Path second = Files.writeString(home.resolve("second"), users);
    Files.setPosixFilePermissions(second, PosixFilePermissions.fromString("r--------"));

    assertProblem(
        Problem.Code.KUBECONFIG_READ_ONLY,
        second.toString(),
        () -> listed(first, second).write(entry(DEMO, 1), false));

    assertThat(Files.readString(first)).isEqualTo(FOREIGN);
    assertThat(Files.readString(second)).isEqualTo(users);
  }

  @Test
  void lockOfAnotherProgramIsRespectedAndNamed() throws IOException {
    given(FOREIGN);
    Path lock = Files.createFile(config().resolveSibling("config.lock"));
    var files = new KubeconfigFiles(KubeconfigPaths.of(Map.of(), home), Duration.ofMillis(50));

    assertProblem(
        Problem.Code.KUBECONFIG_LOCKED, lock.toString(), () -> files.write(entry(DEMO, 1), false));

    assertThat(lock).exists();
    assertThat(Files.readString(config())).isEqualTo(FOREIGN);
  }

  @Test
  void renderedEntryStandsAlone() throws IOException {
    String text = KubeconfigFiles.render(entry(DEMO, 1));

    given(text);
    assertThat(state(entry(DEMO, 1))).isEqualTo(KubeconfigState.CONFIGURED);
    assertThat(defaults().currentContext()).isEqualTo("coracle-demo");
  }

  @Test
  void privateKeysAreNotPrinted() {
    assertThat(entry(DEMO, 1).toString()).doesNotContain("key");
  }

  private static void assertProblem(Problem.Code code, String message, Runnable action) {
    assertThatExceptionOfType(ClusterException.class)
        .isThrownBy(action::run)
        .withMessageContaining(message)
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  private static KubeconfigEntry entry(ClusterName cluster, int port) {
    return new KubeconfigEntry(
        cluster, "https://127.0.0.1:" + port, "authority", "certificate", "secret");
  }

  private KubeconfigState state(KubeconfigEntry entry) {
    return state(defaults(), entry);
  }

  private static KubeconfigState state(KubeconfigFiles files, KubeconfigEntry entry) {
    return files.state(entry.cluster(), entry.server(), entry.authority());
  }

  private KubeconfigFiles defaults() {
    return KubeconfigFiles.of(Map.of("KUBECONFIG", ""), home);
  }

  private KubeconfigFiles listed(Path... paths) {
    String list =
        Arrays.stream(paths).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    return KubeconfigFiles.of(Map.of("KUBECONFIG", list), home);
  }

  private Path config() {
    return home.resolve(".kube/config");
  }

  private void given(String text) throws IOException {
    Files.createDirectories(config().getParent());
    Files.writeString(config(), text);
  }

  /** Locks and temporary files that should be gone. */
  private List<Path> leftovers() throws IOException {
    try (Stream<Path> all = Files.list(config().getParent())) {
      return all.filter(path -> !path.equals(config())).toList();
    }
  }
}
