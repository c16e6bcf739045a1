package dev.coracle.cluster.image.load;

/** Writes an image's reference out as Kubernetes does: {@code x} is docker.io/library/x:latest. */
final class FullReference {

  private static final String DEFAULT_HOST = "docker.io";

  private FullReference() {}

  static String of(String reference) {
    return tagged(hosted(reference));
  }

  private static String hosted(String reference) {
    int slash = reference.indexOf('/');
    if (slash < 0) {
      return DEFAULT_HOST + "/library/" + reference;
    }
    if (!isHost(reference.substring(0, slash))) {
      return DEFAULT_HOST + "/" + reference;
    }
    boolean official =
        reference.startsWith(DEFAULT_HOST + "/") && reference.indexOf('/', slash + 1) < 0;
    return official ? DEFAULT_HOST + "/library" + reference.substring(slash) : reference;
  }

  /** Docker's rule: what could be no user's name is a host. */
  private static boolean isHost(String first) {
    return first.contains(".") || first.contains(":") || first.equals("localhost");
  }

  private static String tagged(String reference) {
    String last = reference.substring(reference.lastIndexOf('/') + 1);
    return last.contains(":") || last.contains("@") ? reference : reference + ":latest";
  }
}
