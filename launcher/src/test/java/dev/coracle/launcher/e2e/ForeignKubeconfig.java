package dev.coracle.launcher.e2e;

/** The kubeconfig of somebody who has other clusters, written by hand. */
final class ForeignKubeconfig {

  private static final String HEAD =
      """
      # Mine; the indentation is as I like it.
      apiVersion: v1
      kind: Config
      """;

  private static final String CLUSTER =
      """
          - name: office   # the one in the cellar
            cluster: {server: "https://office.invalid:6443", insecure-skip-tls-verify: true}
      """;

  private static final String CONTEXT =
      """
          - name: office
            context: {cluster: office, user: me, namespace: accounts}
      """;

  private static final String USER =
      """
          - name: me
            user:
                token: secret
      """;

  /** The whole file. */
  static final String TEXT =
      HEAD
          + "clusters:\n"
          + CLUSTER
          + "contexts:\n"
          + CONTEXT
          + "users:\n"
          + USER
          + "current-context: office\npreferences: {}\n";

  /** What must stay byte for byte while a cluster of ours is in the same file. */
  static final String[] KEPT = {HEAD, CLUSTER, CONTEXT, USER, "preferences: {}\n"};

  private ForeignKubeconfig() {}
}
