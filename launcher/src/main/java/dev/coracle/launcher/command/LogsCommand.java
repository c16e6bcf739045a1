package dev.coracle.launcher.command;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.NodeAccess.LogLine;
import dev.coracle.cluster.Subscription;
import dev.coracle.launcher.output.Data;
import dev.coracle.launcher.output.OutputFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "logs", description = "Print the logs of a node's components, stopped or running.")
final class LogsCommand implements Runnable {

  private final Session session;

  @Mixin ClusterArgument cluster = new ClusterArgument();
  @Mixin NodeOption node = new NodeOption();

  @Option(
      names = "--component",
      paramLabel = "NAME",
      description = "Only this component, for instance kubelet or kube-apiserver.")
  @Nullable String component;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on with what is written from now on, until Ctrl-C.")
  boolean follow;

  @Option(names = "--list", description = "List the components that have logs.")
  boolean list;

  LogsCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    ClusterName name = cluster.in(session);
    if (list) {
      List<String> known = session.services().nodes().logComponents(name, node.name());
      session.printer().data(known, known);
      return;
    }
    try (Subscription _ =
        session
            .services()
            .nodes()
            .logs(name, node.name(), Optional.ofNullable(component), follow, this::print)) {
      if (follow) {
        session.awaitInterrupt();
      }
    }
  }

  private synchronized void print(LogLine line) {
    session.console().out().println(text(line));
  }

  private String text(LogLine line) {
    if (session.printer().format() != OutputFormat.TEXT) {
      return Data.jsonLine(line);
    }
    return component == null ? "[" + line.component() + "] " + line.text() : line.text();
  }
}
