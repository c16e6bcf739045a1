package dev.coracle.cluster.kube;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coracle.cluster.resources.KubeObject;
import dev.coracle.cluster.resources.ResourceRow;
import dev.coracle.cluster.resources.ResourceTable.Column;
import java.util.ArrayList;
import java.util.List;

/** Reads the tables that API servers print, and makes one of a plain list where a server cannot. */
final class Tables {

  /** Asks for a table, and for a plain list where there is none. */
  static final String ACCEPT = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json";

  private static final Column NAME = new Column("Name", "", false);

  private Tables() {}

  static List<Column> columns(JsonNode answer) {
    if (!isTable(answer)) {
      return List.of(NAME);
    }
    List<Column> columns = new ArrayList<>();
    for (JsonNode column : answer.path("columnDefinitions")) {
      columns.add(
          new Column(
              column.path("name").asText(""),
              column.path("description").asText(""),
              column.path("priority").asInt(0) > 0));
    }
    return columns;
  }

  static List<ResourceRow> rows(JsonNode answer) {
    List<ResourceRow> rows = new ArrayList<>();
    if (isTable(answer)) {
      answer.path("rows").forEach(row -> rows.add(row(row.path("object"), cells(row))));
    } else if (answer.has("items")) {
      answer.path("items").forEach(item -> rows.add(named(item)));
    } else {
      rows.add(named(answer));
    }
    return rows;
  }

  /** The version of the newest object in a table of a watch; empty where it has none. */
  static String version(JsonNode answer) {
    JsonNode object = isTable(answer) ? answer.path("rows").path(0).path("object") : answer;
    return object.path("metadata").path("resourceVersion").asText("");
  }

  private static boolean isTable(JsonNode answer) {
    return answer.path("kind").asText("").equals("Table");
  }

  private static ResourceRow named(JsonNode object) {
    return row(object, List.of(object.path("metadata").path("name").asText("")));
  }

  private static ResourceRow row(JsonNode object, List<String> cells) {
    KubeObject partial = KubeObjects.of(object);
    return new ResourceRow(partial.id(), partial.uid(), partial.created(), cells);
  }

  private static List<String> cells(JsonNode row) {
    List<String> cells = new ArrayList<>();
    for (JsonNode cell : row.path("cells")) {
      cells.add(cell.isNull() ? "" : cell.isValueNode() ? cell.asText() : cell.toString());
    }
    return cells;
  }
}
