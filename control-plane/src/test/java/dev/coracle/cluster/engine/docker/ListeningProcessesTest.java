package dev.coracle.cluster.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The holder of a port is read from a proc file system. */
class ListeningProcessesTest {

  private static final String HEAD =
      "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid inode\n";

  @TempDir Path proc;

  @BeforeEach
  void oneServer() throws IOException {
    write("net/tcp", HEAD + row("0100007F:1F90", "0A", 5001) + row("0100007F:1F91", "01", 5002));
    write("net/tcp6", HEAD + row("00000000000000000000000000000000:0050", "0A", 5003));
    write("812/comm", "nginx\n");
    link("812/fd/3", "socket:[5001]");
    link("813/fd/7", "socket:[5003]");
    link("814/fd/7", "pipe:[1]");
  }

  @Test
  void aListenerIsNamed() {
    assertThat(new ListeningProcesses(proc).find(8080)).contains("process 812 (nginx)");
    assertThat(new ListeningProcesses(proc).find(80)).contains("process 813");
  }

  @Test
  void whoOnlyTalksOnAPortDoesNotHoldIt() {
    assertThat(new ListeningProcesses(proc).find(8081)).isEmpty();
  }

  @Test
  void elsewhereNothingIsFound() {
    assertThat(new ListeningProcesses(proc.resolve("none")).find(8080)).isEmpty();
  }

  private static String row(String local, String state, int inode) {
    return "   0: %s 00000000:0000 %s 00000000:00000000 00:00000000 00000000     0        0 %d 1\n"
        .formatted(local, state, inode);
  }

  private void write(String file, String text) throws IOException {
    Path path = proc.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private void link(String file, String target) throws IOException {
    Path path = proc.resolve(file);
    Files.createDirectories(path.getParent());
    Files.createSymbolicLink(path, Path.of(target));
  }
}
