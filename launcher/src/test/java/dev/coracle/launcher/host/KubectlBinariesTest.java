package dev.coracle.launcher.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.InMemoryClusterService;
import dev.coracle.cluster.InMemoryNodeAccess;
import dev.coracle.cluster.SampleClusters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubectlBinariesTest {

  @TempDir Path folder;

  private final Cluster cluster = SampleClusters.cluster("demo", Phase.RUNNING);
  private final InMemoryNodeAccess nodes =
      new InMemoryNodeAccess(new InMemoryClusterService().put(cluster));

  @Test
  void copiesTheProgramBehindTheLinkOnce() throws IOException {
    nodes.put("/usr/local/bin/kubectl", link("kubectl", "kube"));
    nodes.put("/usr/local/bin/kube", file("kube", "#!/bin/sh\necho hello\n"));
    KubectlBinaries binaries = new KubectlBinaries.CopiedOut(folder, nodes);

    Path kubectl = binaries.of(cluster);

    assertThat(kubectl).isEqualTo(folder.resolve("kubectl/v1.36.3/kubectl")).isExecutable();
    assertThat(kubectl).hasContent("#!/bin/sh\necho hello\n");
    assertThat(kubectl.getParent()).isDirectoryNotContaining("glob:**/.kubectl*");

    nodes.put("/usr/local/bin/kube", file("kube", "changed"));
    assertThat(binaries.of(cluster)).hasContent("#!/bin/sh\necho hello\n");
  }

  @Test
  void refusesAnInstalledOneThatIsTooOld() throws IOException {
    installed("v1.31.0");
    KubectlBinaries binaries = new KubectlBinaries.Installed(Map.of("PATH", folder.toString()));

    assertThatThrownBy(() -> binaries.of(cluster))
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("v1.31.0");
  }

  @Test
  void takesAnInstalledOneOfTheNextMinorVersion() throws IOException {
    installed("v1.37.1");
    KubectlBinaries binaries = new KubectlBinaries.Installed(Map.of("PATH", folder.toString()));

    assertThat(binaries.of(cluster)).isEqualTo(folder.resolve("kubectl"));
  }

  private void installed(String version) throws IOException {
    Path kubectl = folder.resolve("kubectl");
    Files.writeString(kubectl, "#!/bin/sh\necho Client Version: " + version + "\n");
    assertThat(kubectl.toFile().setExecutable(true)).isTrue();
  }

  private static byte[] link(String name, String target) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name, TarArchiveEntry.LF_SYMLINK);
    entry.setLinkName(target);
    return tar(entry, new byte[0]);
  }

  private static byte[] file(String name, String content) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(bytes.length);
    return tar(entry, bytes);
  }

  private static byte[] tar(TarArchiveEntry entry, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
    }
    return bytes.toByteArray();
  }
}
