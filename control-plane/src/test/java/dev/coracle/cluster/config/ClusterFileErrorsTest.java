package dev.coracle.cluster.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterFileErrorsTest {

  private static final String HEAD = "apiVersion: coracle.dev/v1\nkind: Cluster\n";

  static List<String> errors(String text) {
    Problem problem =
        catchThrowableOfType(
                ClusterException.class,
                () -> ClusterFile.parse(text, "cluster.yaml", Path.of("/srv/shop")))
            .problem();
    assertThat(problem.code()).isEqualTo(Problem.Code.INVALID_SPEC);
    return problem.output().orElseThrow().lines().toList();
  }

  @Test
  void whatBareNodesCannotHaveIsRefusedWhereItStands() {
    String text =
        """
        apiVersion: coracle.dev/v1
        kind: Cluster
        nodes:
          bare: true
          controlPlanes:
            count: 3
        """;

    assertThat(errors(text)).singleElement().asString().startsWith("cluster.yaml:6:");
  }

  @Test
  void everyErrorIsToldAtOnceWithItsLineAndColumn() {
    List<String> errors =
        errors(
            """
            apiVersion: coracle.dev/v1
            kind: Clutser
            nodes:
              memroy: 4g
              controlPlanes:
                count: 2
              pools:
                - name: Gpu
                  labels: {a b: c}
                  taints: [gpu]
                - count: many
            network:
              ports:
                - 8080:30080
                - 8080:30081
              cni: calico
            workers: 3
            """);

    assertThat(errors)
        .satisfiesExactly(
            it -> assertThat(it).startsWith("cluster.yaml:2:7: \"Clutser\" is not"),
            it ->
                assertThat(it)
                    .isEqualTo(
                        "cluster.yaml:4:3: \"memroy\" is no field of \"nodes\"."
                            + " Did you mean \"memory\"?"),
            it -> assertThat(it).startsWith("cluster.yaml:6:12: 2 control planes"),
            it -> assertThat(it).startsWith("cluster.yaml:8:13: \"Gpu\" is not a name"),
            it -> assertThat(it).startsWith("cluster.yaml:9:21: \"a b\" is not a label's key"),
            it -> assertThat(it).startsWith("cluster.yaml:10:16: \"gpu\" is not a taint"),
            it -> assertThat(it).startsWith("cluster.yaml:11:7: \"nodes.pools.name\" is missing"),
            it -> assertThat(it).startsWith("cluster.yaml:11:14: \"many\" is no number"),
            it -> assertThat(it).startsWith("cluster.yaml:15:7: Port 8080 of the host"),
            it -> assertThat(it).startsWith("cluster.yaml:16:8: \"calico\" is no pod network"),
            it ->
                assertThat(it)
                    .startsWith("cluster.yaml:17:1: \"workers\" is no field.")
                    .contains("nodes.pools"));
  }

  @Test
  void aFieldInAWrongPlaceIsShownTheRightOne() {
    assertThat(errors(HEAD + "memory: 4g\n")).singleElement().asString().contains("nodes.memory");
    assertThat(errors(HEAD + "metadata: {name: x}\n")).first().asString().contains("\"name\"");
  }

  @Test
  void aValueOfTheWrongKindSaysWhatItMustBe() {
    assertThat(errors(HEAD + "nodes: 3\n")).singleElement().asString().contains("one value");
    assertThat(errors(HEAD + "nodes: {pools: {a: b}}\n"))
        .singleElement()
        .asString()
        .contains("a list");
    assertThat(errors(HEAD + "kubernetesVersion: [a]\n"))
        .singleElement()
        .asString()
        .contains("a list", "Write one value");
  }

  @Test
  void aKeyThatIsThereTwiceAndTextThatIsNoYaml() {
    assertThat(errors(HEAD + "name: a\nname: b\n"))
        .containsExactly("cluster.yaml:4:1: \"name\" is there twice. Leave one of them out.");
    assertThat(errors(HEAD + "nodes:\n\tcpus: 2\n"))
        .singleElement()
        .asString()
        .startsWith("cluster.yaml:4:1: This is no YAML")
        .contains("no tabs");
    assertThat(errors("")).singleElement().asString().contains("apiVersion: coracle.dev/v1");
    assertThat(errors(HEAD + "---\n" + HEAD)).singleElement().asString().contains("YAML");
  }

  @Test
  void filesOfOtherToolsAreSentToTheImport() {
    assertThat(errors("kind: Cluster\napiVersion: kind.x-k8s.io/v1alpha4\n"))
        .first()
        .asString()
        .contains("config import");
  }
}
