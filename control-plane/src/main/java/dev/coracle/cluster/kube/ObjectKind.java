package dev.coracle.cluster.kube;

/**
 * A kind of object as manifests name it.
 *
 * @param apiVersion for instance {@code v1} or {@code apps/v1}
 * @param kind for instance {@code Deployment}
 */
public record ObjectKind(String apiVersion, String kind) {

  /** A kind of the core group. */
  public static ObjectKind core(String kind) {
    return new ObjectKind("v1", kind);
  }

  /** The object of this kind and name that is in no namespace. */
  public ObjectRef named(String name) {
    return new ObjectRef(this, "", name);
  }

  /** The object of this kind and name in a namespace. */
  public ObjectRef named(String namespace, String name) {
    return new ObjectRef(this, namespace, name);
  }

  @Override
  public String toString() {
    return kind + " (" + apiVersion + ")";
  }
}
