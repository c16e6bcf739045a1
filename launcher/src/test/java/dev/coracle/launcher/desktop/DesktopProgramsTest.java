package dev.coracle.launcher.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coracle.cluster.ClusterException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DesktopProgramsTest {

  private final List<String> tried = new ArrayList<>();

  private DesktopPrograms programs(String system, String installed) {
    return new DesktopPrograms(
        system,
        (command, input) -> {
          tried.add(String.join(" ", command) + "<" + input);
          return command.getFirst().equals(installed);
        });
  }

  @Test
  void takesTheFirstProgramThatIsThere() {
    programs("Linux", "xclip").copy("/home/me/.kube/config");

    assertThat(tried)
        .containsExactly(
            "wl-copy</home/me/.kube/config", "xclip -selection clipboard</home/me/.kube/config");
  }

  @Test
  void opensAddressesWithTheSystemsOwnProgram() {
    programs("Mac OS X", "open").browse(URI.create("http://127.0.0.1:8080"));
    programs("Windows 11", "rundll32").browse(URI.create("http://127.0.0.1:8080"));

    assertThat(tried)
        .containsExactly(
            "open http://127.0.0.1:8080<",
            "rundll32 url.dll,FileProtocolHandler http://127.0.0.1:8080<");
  }

  @Test
  void runsACommandInATerminalOfItsOwn() {
    programs("Linux", "konsole").openTerminal(List.of("coracle", "node", "shell"));
    programs("Mac OS X", "osascript").openTerminal(List.of("coracle", "it's"));

    assertThat(tried)
        .containsExactly(
            "x-terminal-emulator -e coracle node shell<",
            "gnome-terminal -- coracle node shell<",
            "konsole -e coracle node shell<",
            "osascript -e tell application \"Terminal\" to do script"
                + " \"'coracle' 'it'\\\\''s'\"<");
  }

  @Test
  void namesWhatCouldBeInstalled() {
    assertThatThrownBy(() -> programs("Linux", "nothing").openTerminal())
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("terminal");
  }
}
