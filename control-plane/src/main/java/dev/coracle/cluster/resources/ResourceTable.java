package dev.coracle.cluster.resources;

import java.util.List;

/**
 * The objects of a kind as the API server prints them: the columns of {@code kubectl get}, those of
 * custom resources too.
 *
 * @param columns what each cell means
 * @param rows the objects
 */
public record ResourceTable(List<Column> columns, List<ResourceRow> rows) {

  /** Keeps immutable copies. */
  public ResourceTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * A column.
   *
   * @param name its heading, for instance {@code Ready}
   * @param description what it means, as the server explains it
   * @param wide whether kubectl shows it only with {@code -o wide}
   */
  public record Column(String name, String description, boolean wide) {}
}
