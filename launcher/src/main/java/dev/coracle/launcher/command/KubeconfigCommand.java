package dev.coracle.launcher.command;

import dev.coracle.cluster.ClusterName;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "kubeconfig", description = "Print, choose or mend a cluster's kubeconfig entry.")
final class KubeconfigCommand extends CommandGroup {

  private final Session session;

  KubeconfigCommand(Session session) {
    this.session = session;
  }

  @Command(name = "print", description = "Print a kubeconfig that holds this cluster alone.")
  void print(@Mixin ClusterArgument cluster) {
    String text = session.services().clusters().kubeconfig(cluster.in(session));
    session.printer().data(Map.of("kubeconfig", text), text.lines().toList());
  }

  @Command(name = "use", description = "Make the cluster's context kubectl's current one.")
  void use(@Mixin ClusterArgument cluster) {
    ClusterName name = cluster.in(session);
    session.services().kubeconfigs().use(name);
    session.printer().say("kubectl uses context \"%s\" now.".formatted(name.context()));
  }

  @Command(name = "repair", description = "Write the cluster's entry anew, as after a new port.")
  void repair(@Mixin ClusterArgument cluster) {
    ClusterName name = cluster.in(session);
    boolean repaired = session.services().kubeconfigs().repair(name);
    session
        .printer()
        .data(
            Map.of("cluster", name.value(), "repaired", repaired),
            List.of(
                repaired
                    ? "The entry \"%s\" was written anew.".formatted(name.context())
                    : "The entry \"%s\" was right already.".formatted(name.context())));
  }
}
