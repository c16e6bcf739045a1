package dev.coracle.cluster.kubeconfig;

import dev.coracle.cluster.kubeconfig.YamlNode.Mapping;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The items that an entry has in a kubeconfig's lists. What the user added to an item stays, unless
 * it contradicts.
 */
final class Items {

  private static final String AUTHORITY = "certificate-authority-data";

  private Items() {}

  /** The cluster's item, made from the one that stands there. */
  static Mapping cluster(Mapping old, KubeconfigEntry entry) {
    Mapping cluster =
        old.mapping("cluster")
            .without("certificate-authority", "insecure-skip-tls-verify")
            .with(AUTHORITY, base64(entry.authority()))
            .with("server", entry.server());
    return named(old, "cluster", cluster, entry);
  }

  /** The user's item; another way to authenticate would win over ours, so nothing else stays. */
  static Mapping user(Mapping old, KubeconfigEntry entry) {
    Mapping user =
        Mapping.empty()
            .with("client-certificate-data", base64(entry.clientCertificate()))
            .with("client-key-data", base64(entry.clientKey()));
    return named(old, "user", user, entry);
  }

  /** The context's item, made from the one that stands there; its namespace stays. */
  static Mapping context(Mapping old, KubeconfigEntry entry) {
    String name = entry.cluster().context();
    Mapping context = old.mapping("context").with("cluster", name).with("user", name);
    return named(old, "context", context, entry);
  }

  /** Whether a cluster's item leads to this server by this authority. */
  static boolean leadsTo(Mapping item, String server, String authority) {
    Mapping cluster = item.mapping("cluster");
    return cluster.text("server").equals(server)
        && cluster.text(AUTHORITY).equals(base64(authority));
  }

  private static Mapping named(Mapping old, String key, Mapping value, KubeconfigEntry entry) {
    return old.with(key, value).with("name", entry.cluster().context());
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
