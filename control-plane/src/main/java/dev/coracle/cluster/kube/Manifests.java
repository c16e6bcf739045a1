package dev.coracle.cluster.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads manifests: YAML or JSON texts with one object or several. */
public final class Manifests {

  private static final ObjectReader YAML = new YAMLMapper().readerFor(JsonNode.class);

  private Manifests() {}

  /**
   * The objects in their order; empty documents are passed over.
   *
   * @throws IllegalArgumentException when the text is no YAML
   */
  public static List<JsonNode> read(String text) {
    List<JsonNode> objects = new ArrayList<>();
    try (MappingIterator<JsonNode> documents = YAML.readValues(text)) {
      while (documents.hasNextValue()) {
        JsonNode document = documents.nextValue();
        if (document.isObject()) {
          objects.add(document);
        }
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("not a manifest", e);
    }
    return objects;
  }
}
