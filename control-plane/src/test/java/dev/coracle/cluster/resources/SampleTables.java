package dev.coracle.cluster.resources;

import dev.coracle.cluster.resources.ResourceTable.Column;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Prints objects as an API server does, for the kinds that people look at most. */
final class SampleTables {

  private static final Map<String, List<Printer>> PRINTERS =
      Map.of(
          "Pod",
          List.of(
              new Printer("Ready", "1/1"),
              new Printer("Status", "Pending", "status", "phase"),
              new Printer("Restarts", "0", "status", "restarts"),
              new Printer("Node", "<none>", "spec", "nodeName")),
          "Deployment",
          List.of(
              new Printer("Ready", "0", "status", "readyReplicas"),
              new Printer("Up-to-date", "0", "status", "updatedReplicas")),
          "Service",
          List.of(
              new Printer("Type", "ClusterIP", "spec", "type"),
              new Printer("Cluster-IP", "None", "spec", "clusterIP")),
          "Node",
          List.of(
              new Printer("Status", "Ready", "status", "shown"),
              new Printer("Version", "v1.36.3", "status", "nodeInfo", "kubeletVersion")),
          "Event",
          List.of(
              new Printer("Type", "Normal", "type"),
              new Printer("Reason", "", "reason"),
              new Printer("Object", "", "involvedObject", "name"),
              new Printer("Message", "", "message")),
          "Namespace",
          List.of(new Printer("Status", "Active", "status", "phase")));

  private SampleTables() {}

  static List<Column> columns(ResourceKind kind) {
    Stream<String> own = PRINTERS.getOrDefault(kind.kind(), List.of()).stream().map(Printer::name);
    return Stream.of(Stream.of("Name"), own, Stream.of("Age"))
        .flatMap(it -> it)
        .map(name -> new Column(name, "What %s says.".formatted(name), name.equals("Node")))
        .toList();
  }

  static ResourceRow row(ResourceKind kind, KubeObject object) {
    Stream<String> own =
        PRINTERS.getOrDefault(kind.kind(), List.of()).stream().map(printer -> printer.of(object));
    List<String> cells =
        Stream.of(Stream.of(object.id().name()), own, Stream.of("1m")).flatMap(it -> it).toList();
    return new ResourceRow(object.id(), object.uid(), object.created(), cells);
  }

  /** A column and where its text is; what it says where there is none. */
  private record Printer(String name, String otherwise, List<String> path) {

    Printer(String name, String otherwise, String... path) {
      this(name, otherwise, List.of(path));
    }

    String of(KubeObject object) {
      return path.isEmpty() ? otherwise : object.at(path.toArray(String[]::new)).text(otherwise);
    }
  }
}
