package dev.coracle.cluster.kube;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;

/**
 * What is waited for in an object.
 *
 * @param description completes "waited for Node worker-1 to …", for instance {@code be Ready}
 * @param holds tells whether an existing object is as wanted
 */
public record Condition(String description, Predicate<JsonNode> holds) {

  /** That the object exists. */
  public static Condition exists() {
    return new Condition("exist", object -> true);
  }

  /** That {@code status.conditions} holds one of this type with status True. */
  public static Condition status(String type) {
    return new Condition("be " + type, object -> isTrue(object, type));
  }

  private static boolean isTrue(JsonNode object, String type) {
    for (JsonNode condition : object.path("status").path("conditions")) {
      if (condition.path("type").asText("").equals(type)) {
        return condition.path("status").asText("").equals("True");
      }
    }
    return false;
  }
}
