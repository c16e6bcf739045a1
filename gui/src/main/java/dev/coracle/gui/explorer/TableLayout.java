package dev.coracle.gui.explorer;

import dev.coracle.cluster.resources.ResourceKind;
import dev.coracle.cluster.resources.ResourceTable.Column;
import java.util.List;

/**
 * What a table shows of its rows.
 *
 * @param kind the kind of its rows; two kinds may have equal columns
 * @param namespaces whether rows are of several namespaces
 * @param columns the server's columns
 */
record TableLayout(ResourceKind kind, boolean namespaces, List<Column> columns) {}
