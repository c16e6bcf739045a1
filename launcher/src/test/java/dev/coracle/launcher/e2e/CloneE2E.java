package dev.coracle.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A cluster of two nodes is copied here, and carried in a file as if to another machine. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CloneE2E {

  private static final String TWIN = "e2e-twin";

  @RegisterExtension
  static final TestCluster cluster = new TestCluster("e2e-origin", "--nodes", "2");

  /** A token that does not end with its pod. */
  private static final String LEGACY =
      """
      apiVersion: v1
      kind: Secret
      metadata: {name: legacy, annotations: {kubernetes.io/service-account.name: default}}
      type: kubernetes.io/service-account-token
      """;

  @TempDir Path folder;

  @AfterEach
  void removeTwin() {
    cluster.cli().ok("delete", TWIN, "--snapshots");
    assertThat(Docker.objectsOf(TWIN)).isEmpty();
  }

  private static Set<String> addresses(Kubectl kubectl) {
    String all =
        kubectl.text(
            "get",
            "nodes",
            "-o",
            "jsonpath={.items[*].status.addresses[?(@.type==\"InternalIP\")].address}");
    return new TreeSet<>(Set.of(all.split(" ")));
  }

  private static Result asking(Kubectl kubectl, String name, String... credential) {
    String port = Docker.text("port", name + "-edge", "6443/tcp").lines().findFirst().orElseThrow();
    String[] target = {"get", "configmaps", "--insecure-skip-tls-verify", "--server"};
    return kubectl.run(
        Stream.of(target, new String[] {"https://" + port}, credential)
            .flatMap(Stream::of)
            .toArray(String[]::new));
  }

  private static String legacyToken(Kubectl kubectl) {
    String encoded = kubectl.field("secret/legacy", ".data.token");
    return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
  }

  @Test
  @Order(1)
  void aCloneHasTheDataAndNoneOfTheCredentials() {
    Kubectl origin = cluster.kubectl().inNew("kept");
    Keeper.in(origin);
    origin.apply(LEGACY);
    Eventually.passes("a token", () -> assertThat(legacyToken(origin)).isNotEmpty());
    String token = origin.text("create", "token", "default");

    cluster.cli().ok("clone", cluster.name(), TWIN);

    Kubectl twin = cluster.cli().kubectl(TWIN).in("kept");
    Keeper keeper = Keeper.at(twin);
    keeper.await();
    keeper.requireKept();
    assertThat(addresses(twin)).hasSize(2).doesNotContainAnyElementsOf(addresses(origin));
    assertThat(asking(origin, cluster.name(), "--token", token).code()).isZero();
    refused(asking(origin, TWIN));
    refused(asking(origin, TWIN, "--token", token));
    refused(asking(origin, TWIN, "--token", legacyToken(origin)));
    assertThat(legacyToken(twin)).isNotEqualTo(legacyToken(origin));
    cluster.cli().ok("status", TWIN);
    cluster.cli().ok("status", cluster.name());
    cluster.cli().ok("restart", TWIN);
    keeper.await();
    keeper.requireKept();
  }

  private static void refused(Result asked) {
    assertThat(asked.code()).isNotZero();
    assertThat(asked.err()).contains("You must be logged in to the server");
  }

  @Test
  @Order(2)
  void anImportedClusterTrustsItsOriginsUsersIfAsked() throws IOException {
    Path file = folder.resolve("origin.tar.gz");
    Kubectl origin = cluster.kubectl().in("kept");
    cluster.cli().ok("snapshot", "save", "-c", cluster.name(), "travels");
    cluster.cli().ok("snapshot", "export", "-c", cluster.name(), "travels", file.toString());
    cluster.cli().ok("snapshot", "delete", "-c", cluster.name(), "travels");

    cluster.cli().ok("snapshot", "import", file.toString(), TWIN, "--keep-credentials");

    Keeper keeper = Keeper.at(cluster.cli().kubectl(TWIN).in("kept"));
    keeper.await();
    keeper.requireKept();
    assertThat(asking(origin, TWIN).code()).isZero();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }
}
