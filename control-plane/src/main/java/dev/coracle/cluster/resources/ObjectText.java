package dev.coracle.cluster.resources;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Objects as YAML. */
public final class ObjectText {

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(Feature.WRITE_DOC_START_MARKER, Feature.SPLIT_LINES)
          .enable(Feature.MINIMIZE_QUOTES, Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .build();
  private static final ObjectReader TREES = YAML.readerFor(JsonNode.class);
  private static final TypeReference<LinkedHashMap<String, Object>> FIELDS =
      new TypeReference<>() {};

  private ObjectText() {}

  /** The object as YAML, without what only servers care for. */
  public static String write(KubeObject object) {
    try {
      return YAML.writeValueAsString(object.withoutManagedFields().content());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an object that cannot be written", e);
    }
  }

  /**
   * The objects in a text, in their order; empty documents are passed over.
   *
   * @throws ClusterException with {@code INVALID_SPEC} and the place when the text is no YAML, or
   *     an object has no apiVersion, kind or name
   */
  public static List<KubeObject> read(String text) {
    List<KubeObject> objects = new ArrayList<>();
    try (MappingIterator<JsonNode> documents = TREES.readValues(text)) {
      while (documents.hasNextValue()) {
        JsonNode document = documents.nextValue();
        if (document.isObject()) {
          objects.add(whole(KubeObject.of(YAML.convertValue(document, FIELDS))));
        }
      }
    } catch (JsonProcessingException e) {
      throw invalid(place(e) + e.getOriginalMessage());
    } catch (IOException e) {
      throw invalid(String.valueOf(e.getMessage()));
    }
    return objects;
  }

  private static KubeObject whole(KubeObject object) {
    if (object.apiVersion().isEmpty() || object.kind().isEmpty() || object.id().name().isEmpty()) {
      throw invalid("apiVersion, kind and metadata.name are needed.");
    }
    return object;
  }

  private static String place(JsonProcessingException e) {
    return e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
  }

  private static ClusterException invalid(String why) {
    // The parser draws the place below its words, which needs more room than a sentence has.
    String shown =
        why.lines()
            .filter(line -> !line.startsWith(" "))
            .limit(2)
            .collect(Collectors.joining("; "));
    return new ClusterException(
        Problem.of(
            Problem.Code.INVALID_SPEC,
            "This is no YAML of Kubernetes objects: " + shown,
            "Correct the text and try again."));
  }
}
