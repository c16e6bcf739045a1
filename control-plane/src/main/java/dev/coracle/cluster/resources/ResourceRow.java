package dev.coracle.cluster.resources;

import java.time.Instant;
import java.util.List;

/**
 * One object as a line of a table. It is small, so that a table of thousands of objects is too.
 *
 * @param id which object it is
 * @param uid its identity over its whole life
 * @param created when it was made; the epoch where that is unknown
 * @param cells what the columns say, in their order
 */
public record ResourceRow(ObjectName id, String uid, Instant created, List<String> cells) {

  /** Keeps an immutable copy. */
  public ResourceRow {
    cells = List.copyOf(cells);
  }
}
