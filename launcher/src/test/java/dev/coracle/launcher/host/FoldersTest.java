package dev.coracle.launcher.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldersTest {

  private static final Path HOME = Path.of("/home/ada");

  @Test
  void linuxFollowsTheDesktopStandard() {
    assertThat(Folders.of("Linux", HOME, Map.of()))
        .isEqualTo(
            new Folders(
                HOME.resolve(".config/coracle"),
                HOME.resolve(".cache/coracle"),
                HOME.resolve(".local/state/coracle")));
    assertThat(Folders.of("Linux", HOME, Map.of("XDG_CONFIG_HOME", "/cfg")).config())
        .isEqualTo(Path.of("/cfg/coracle"));
  }

  @Test
  void otherSystemsHaveTheirOwnPlaces() {
    assertThat(Folders.of("Mac OS X", HOME, Map.of()).config())
        .isEqualTo(HOME.resolve("Library/Application Support/Coracle"));
    assertThat(Folders.of("Windows 11", HOME, Map.of("APPDATA", "/roaming")).config())
        .isEqualTo(Path.of("/roaming/Coracle"));
  }

  @Test
  void coracleHomeHoldsEverything() {
    assertThat(Folders.of("Linux", HOME, Map.of("CORACLE_HOME", "/c")))
        .isEqualTo(new Folders(Path.of("/c"), Path.of("/c/cache"), Path.of("/c/state")));
  }
}
