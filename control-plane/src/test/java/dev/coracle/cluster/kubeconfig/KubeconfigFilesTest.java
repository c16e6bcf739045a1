package dev.coracle.cluster.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KubeconfigFilesTest extends KubeconfigHome {

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
}
