package dev.coracle.cluster.addon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of a cluster that is made of Kubernetes objects, kept as a YAML template. */
public enum Addon {
  CLUSTER_ADMINS("cluster-admins"),
  NODE_CONFIGURATION("node-configuration"),
  COREDNS("coredns"),
  KUBE_PROXY("kube-proxy"),
  STORAGE("storage"),
  METRICS_SERVER("metrics-server");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)}");

  private final String template;

  Addon(String template) {
    this.template = template;
  }

  /**
   * The objects, in the order in which they are to be applied.
   *
   * @param values what stands for each placeholder
   * @throws IllegalArgumentException when a placeholder has no value
   */
  public List<JsonNode> objects(Map<String, String> values) {
    String text = PLACEHOLDER.matcher(read()).replaceAll(found -> value(values, found.group(1)));
    try (MappingIterator<JsonNode> documents =
        new YAMLMapper().readerFor(JsonNode.class).readValues(text)) {
      return documents.readAll();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String value(Map<String, String> values, String key) {
    String value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException("no value for " + key);
    }
    return Matcher.quoteReplacement(value);
  }

  private String read() {
    try (InputStream resource = Addon.class.getResourceAsStream(template + ".yaml")) {
      if (resource == null) {
        throw new IllegalStateException(template + " is missing from this build");
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
