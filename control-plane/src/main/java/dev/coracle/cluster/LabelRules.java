package dev.coracle.cluster;

import java.util.Set;
import java.util.regex.Pattern;

/** How Kubernetes wants labels written, so that a wrong one is refused before anything is made. */
final class LabelRules {

  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");
  private static final Pattern PREFIX =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");

  /** What kubelet or Coracle itself decides. */
  private static final Set<String> OWN =
      Set.of(NodePool.LABEL, "kubernetes.io/hostname", "kubernetes.io/arch", "kubernetes.io/os");

  private LabelRules() {}

  static void check(String key, String value) {
    int slash = key.indexOf('/');
    boolean named =
        NAME.matcher(key.substring(slash + 1)).matches()
            && (slash < 0 || isPrefix(key.substring(0, slash)));
    if (!named) {
      throw invalid(
          "\"%s\" is not a label's key.".formatted(key),
          "Write NAME or example.com/NAME, with at most 63 letters, digits, '-', '_' and '.'.");
    }
    if (!value.isEmpty() && !NAME.matcher(value).matches()) {
      throw invalid(
          "\"%s\" is not a value for the label \"%s\".".formatted(value, key),
          "Write at most 63 letters, digits, '-', '_' and '.', or nothing.");
    }
  }

  private static boolean isPrefix(String text) {
    return text.length() <= 253 && PREFIX.matcher(text).matches();
  }

  static void checkFree(String key) {
    if (OWN.contains(key)) {
      throw invalid(
          "The label \"%s\" is not yours to set.".formatted(key),
          "Choose another key; kubelet and Coracle give nodes this one.");
    }
  }

  private static ClusterException invalid(String summary, String advice) {
    return new ClusterException(Problem.of(Problem.Code.INVALID_SPEC, summary, advice));
  }
}
