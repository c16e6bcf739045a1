package dev.coracle.tray.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class StartAtLoginTest {

  private static final List<String> COMMAND =
      List.of("/opt/my apps/coracle & co", "gui", "--hidden", "100%", "a\"b$c");

  @TempDir Path folder;

  @Test
  void linuxKeepsADesktopFileInTheAutostartFolder() throws IOException {
    StartAtLogin autostart = new XdgAutostart(folder.resolve("autostart"));
    Path file = folder.resolve("autostart/coracle.desktop");

    assertThat(autostart.enabled()).isFalse();
    autostart.enable(COMMAND);

    assertThat(autostart.enabled()).isTrue();
    assertThat(Files.readAllLines(file))
        .startsWith("[Desktop Entry]")
        .contains(
            "Exec=\"/opt/my apps/coracle & co\" \"gui\" \"--hidden\" \"100%%\""
                + " \"a\\\\\"b\\\\$c\"");
    autostart.disable();
    autostart.disable();
    assertThat(autostart.enabled()).isFalse();
    assertThat(file).doesNotExist();
  }

  @Test
  void anEntryThatTheDesktopHidIsNotEnabled() throws IOException {
    StartAtLogin autostart = new XdgAutostart(folder);
    Files.writeString(folder.resolve("coracle.desktop"), "[Desktop Entry]\nHidden=true\n");

    assertThat(autostart.enabled()).isFalse();
  }

  @Test
  void theAutostartFolderFollowsTheEnvironment() {
    Path home = Path.of("/home/ada");

    assertThat(XdgAutostart.folder(Map.of(), home)).isEqualTo(home.resolve(".config/autostart"));
    assertThat(XdgAutostart.folder(Map.of("XDG_CONFIG_HOME", "/config"), home))
        .isEqualTo(Path.of("/config/autostart"));
    assertThat(XdgAutostart.folder(Map.of("XDG_CONFIG_HOME", "relative"), home))
        .isEqualTo(home.resolve(".config/autostart"));
  }

  @Test
  void macOsKeepsALaunchAgent() throws Exception {
    StartAtLogin agent = new LaunchAgent(folder.resolve("LaunchAgents"));

    assertThat(agent.enabled()).isFalse();
    agent.enable(COMMAND);

    assertThat(agent.enabled()).isTrue();
    assertThat(strings(folder.resolve("LaunchAgents/dev.coracle.Coracle.plist")))
        .containsExactly(
            "dev.coracle.Coracle",
            "/opt/my apps/coracle & co",
            "gui",
            "--hidden",
            "100%",
            "a\"b$c",
            "Interactive");
    agent.disable();
    agent.disable();
    assertThat(agent.enabled()).isFalse();
  }

  private static List<String> strings(Path plist) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    Document document = factory.newDocumentBuilder().parse(plist.toFile());
    NodeList found = document.getElementsByTagName("string");
    List<String> strings = new ArrayList<>();
    for (int index = 0; index < found.getLength(); index++) {
      strings.add(found.item(index).getTextContent());
    }
    return strings;
  }

  @Test
  void windowsKeepsAValueOfTheRunKey() throws IOException {
    Registry registry = new Registry();
    StartAtLogin key = new RunKey(registry);

    assertThat(key.enabled()).isFalse();
    key.enable(List.of("C:\\Program Files\\Coracle\\coracle.exe", "gui", "--hidden"));

    assertThat(key.enabled()).isTrue();
    assertThat(registry.value)
        .isEqualTo("\"C:\\Program Files\\Coracle\\coracle.exe\" gui --hidden");
    assertThat(registry.commands)
        .allSatisfy(
            command ->
                assertThat(command)
                    .startsWith("reg")
                    .containsSequence(
                        "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run",
                        "/v",
                        "Coracle"));
    key.disable();
    key.disable();
    assertThat(key.enabled()).isFalse();
  }

  @Test
  void windowsSaysWhenTheKeyCannotBeWritten() {
    assertThatThrownBy(() -> new RunKey(_ -> 1).enable(COMMAND))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("reg ended with 1");
  }

  /** Answers as {@code reg} does, and keeps one value. */
  private static final class Registry implements RunKey.CommandRunner {

    final List<List<String>> commands = new ArrayList<>();
    String value = "";

    @Override
    public int run(List<String> command) {
      commands.add(command);
      boolean there = !value.isEmpty();
      return switch (command.get(1)) {
        case "query" -> there ? 0 : 1;
        case "add" -> set(command.get(command.indexOf("/d") + 1));
        case "delete" -> there ? set("") : 1;
        default -> 1;
      };
    }

    private int set(String to) {
      value = to;
      return 0;
    }
  }
}
