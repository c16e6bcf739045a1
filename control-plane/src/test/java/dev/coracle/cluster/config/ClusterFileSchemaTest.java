package dev.coracle.cluster.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The schema and the reader know the same fields. */
class ClusterFileSchemaTest {

  private static final Pattern CHOICE = Pattern.compile("Choose one of (.*)\\.$");

  private static JsonNode schema() throws JsonProcessingException {
    return new ObjectMapper().readTree(ClusterFileSchema.text());
  }

  /** The fields that the reader names when it is given one that it does not know. */
  private static List<String> fields(String indented) {
    String head = "apiVersion: coracle.dev/v1\nkind: Cluster\n";
    Problem problem =
        catchThrowableOfType(
                ClusterException.class, () -> ClusterFile.parse(head + indented, "f", Path.of("/")))
            .problem();
    for (String line : problem.output().orElseThrow().lines().toList()) {
      Matcher choice = CHOICE.matcher(line);
      if (choice.find()) {
        return List.of(choice.group(1).split(", "));
      }
    }
    throw new AssertionError(problem);
  }

  private static List<String> properties(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.path("properties").fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void everyBlockHasTheSameFields() throws JsonProcessingException {
    JsonNode all = schema();
    JsonNode nodes = all.at("/properties/nodes");

    assertThat(fields("xyzzy: 1")).isEqualTo(properties(all));
    assertThat(fields("nodes: {xyzzy: 1}")).isEqualTo(properties(nodes));
    assertThat(fields("nodes: {controlPlanes: {xyzzy: 1}}"))
        .isEqualTo(properties(nodes.at("/properties/controlPlanes")));
    assertThat(fields("nodes: {pools: [{name: a, xyzzy: 1}]}"))
        .isEqualTo(properties(nodes.at("/properties/pools/items")));
    assertThat(fields("nodes: {mounts: [{host: /a, node: /b, xyzzy: 1}]}"))
        .isEqualTo(properties(all.at("/$defs/mount/anyOf/1")));
    assertThat(fields("network: {ports: [{node: 1, xyzzy: 1}]}"))
        .isEqualTo(properties(all.at("/$defs/port/anyOf/1")));
    for (String block : List.of("network", "storage", "settings", "certificates", "registries")) {
      assertThat(fields("%s: {xyzzy: 1}".formatted(block)))
          .isEqualTo(properties(all.at("/properties/" + block)));
    }
    assertThat(fields("network: {proxy: {xyzzy: 1}}"))
        .isEqualTo(properties(all.at("/properties/network/properties/proxy")));
  }
}
