package dev.coracle.cluster.diagnostics;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.kubeconfig.KubeconfigFiles;

/** Whether the user's kubeconfig can be read, understood and written. */
record KubeconfigCheck(KubeconfigFiles files) implements Check {

  @Override
  public String id() {
    return "kubeconfig";
  }

  @Override
  public String title() {
    return "kubeconfig";
  }

  @Override
  public boolean needsEngine() {
    return false;
  }

  @Override
  public Finding look() {
    String context = files.currentContext();
    files.requireWritable(ClusterName.DEFAULT, true);
    String current = context.isEmpty() ? "none" : "\"" + context + "\"";
    return Finding.ok(
        "%s can be read and written; its current context is %s."
            .formatted(files.destination(), current));
  }
}
