package dev.coracle.cluster.resources;

/**
 * Which object of a kind is meant.
 *
 * @param namespace where it is; empty when its kind is in none
 * @param name its name
 */
public record ObjectName(String namespace, String name) {

  /** The object of this name that is in no namespace. */
  public static ObjectName global(String name) {
    return new ObjectName("", name);
  }

  @Override
  public String toString() {
    return namespace.isEmpty() ? name : namespace + "/" + name;
  }
}
