package dev.coracle.cluster.kubeconfig;

import java.util.Locale;

/** The lists of a kubeconfig. */
enum Section {
  CLUSTERS,
  USERS,
  CONTEXTS;

  /** The list's key, for instance {@code clusters}. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The key of what an item holds beside its name, for instance {@code cluster}. */
  String itemKey() {
    return key().substring(0, key().length() - 1);
  }
}
