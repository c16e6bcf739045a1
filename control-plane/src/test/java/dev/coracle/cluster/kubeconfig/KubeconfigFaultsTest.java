package dev.coracle.cluster.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a kubeconfig is named, and stays as it was. */
class KubeconfigFaultsTest extends KubeconfigHome {

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

    assertProblem(
        Problem.Code.KUBECONFIG_LOCKED,
        lock.toString(),
        () -> impatient().write(entry(DEMO, 1), false));

    assertThat(lock).exists();
    assertThat(Files.readString(config())).isEqualTo(FOREIGN);
  }

  @Test
  void useOfAnAbsentEntrySaysHowToGetIt() {
    assertProblem(
        Problem.Code.KUBECONFIG_INVALID, "no context coracle-demo", () -> defaults().use(DEMO));
  }

  @Test
  void whatCannotBeWrittenIsKnownBefore() throws IOException {
    given(FOREIGN);
    Files.setPosixFilePermissions(config(), PosixFilePermissions.fromString("r--r--r--"));

    assertProblem(
        Problem.Code.KUBECONFIG_READ_ONLY,
        config() + " cannot be written",
        () -> defaults().requireWritable(DEMO, false));
  }

  @Test
  void aFolderThatCannotBeWrittenIsKnownBefore() {
    assertProblem(
        Problem.Code.KUBECONFIG_READ_ONLY,
        "/proc/kubeconfig cannot be written",
        () -> listed(Path.of("/proc/kubeconfig")).requireWritable(DEMO, false));
  }

  @Test
  void whatCannotBeReadIsKnownBefore() throws IOException {
    given("clusters: [\n");

    assertProblem(
        Problem.Code.KUBECONFIG_INVALID,
        config().toString(),
        () -> defaults().requireWritable(DEMO, false));
  }

  @Test
  void aLockIsKnownBefore() throws IOException {
    given(FOREIGN);
    Path lock = Files.createFile(config().resolveSibling("config.lock"));

    assertProblem(
        Problem.Code.KUBECONFIG_LOCKED,
        lock.toString(),
        () -> impatient().requireWritable(DEMO, false));
  }

  @Test
  void lookingWhetherItCouldBeWrittenLeavesNoTrace() throws IOException {
    defaults().requireWritable(DEMO, false);
    assertThat(home).isEmptyDirectory();

    given(FOREIGN);
    defaults().requireWritable(DEMO, false);
    assertThat(Files.readString(config())).isEqualTo(FOREIGN);
    assertThat(leftovers()).isEmpty();
  }

  /** Waits no time worth waiting for here. */
  private KubeconfigFiles impatient() {
    return new KubeconfigFiles(KubeconfigPaths.of(Map.of(), home), Duration.ofMillis(50));
  }
}
