package dev.coracle.gui.ports;

import dev.coracle.cluster.resources.ServicePort;
import dev.coracle.gui.desk.Columns;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.text.Texts;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** The services of a cluster and how they are reached: a table and its verbs. */
final class ServiceList {

  private final PortsViewModel model;
  private final Desk desk;
  private final Texts texts;
  private final TableView<ServicePort> table;

  ServiceList(PortsViewModel model, Desk desk, Texts texts) {
    this.model = model;
    this.desk = desk;
    this.texts = texts;
    table = Columns.table("services", texts.get("ports.services"), "");
    table.setItems(model.services());
    table
        .getColumns()
        .addAll(
            List.of(
                Columns.text(texts.get("ports.service"), 165, it -> it.service().toString()),
                Columns.text(texts.get("services.type"), 122, ServicePort::type),
                Columns.text(texts.get("services.port"), 130, ServiceList::port),
                Columns.text(texts.get("ports.node-port"), 100, ServiceList::nodePort),
                Columns.text(texts.get("services.url"), 180, this::reach)));
    model
        .waitingProperty()
        .subscribe(
            now -> Columns.placeholder(table, texts.get(now ? "services.bare" : "services.none")));
  }

  TableView<ServicePort> table() {
    return table;
  }

  /** The heading with what opens, copies and publishes. */
  HBox bar() {
    RowVerbs<ServicePort> verbs = new RowVerbs<>(table, ServicePort::url, texts);
    return verbs.bar(
        "ports.services",
        verbs.open("service-open", model::browse),
        verbs.copy("service-copy", desk),
        verbs.of(
            "service-publish",
            MaterialDesignL.LAN_CONNECT,
            "services.publish",
            ServicePort::isPublishable,
            model::publish));
  }

  private static String port(ServicePort row) {
    String number = row.port() + "/" + row.protocol().name().toLowerCase(Locale.ROOT);
    return row.name().isEmpty() ? number : row.name() + "  " + number;
  }

  private static String nodePort(ServicePort row) {
    return row.nodePort() == 0 ? "–" : String.valueOf(row.nodePort());
  }

  private String reach(ServicePort row) {
    return row.url()
        .or(() -> row.published().map(it -> "127.0.0.1:" + it.hostPort()))
        .orElseGet(
            () -> texts.get(row.nodePort() == 0 ? "services.inside" : "services.unpublished"));
  }
}
