package dev.coracle.gui.ports;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import dev.coracle.cluster.resources.ServicePort;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.desk.Columns;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.desk.Notice;
import dev.coracle.gui.ports.PortRow.Source;
import dev.coracle.gui.text.Texts;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignO;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** Published ports above services; each list has its verbs beside its heading. */
public final class PortsView extends VBox {

  private static final int MOST_ROWS = 5;

  private final PortsViewModel model;
  private final Desk desk;
  private final Texts texts;
  private final TableView<PortRow> ports;
  private final TableView<ServicePort> services;
  private final TextField mapping = new TextField();

  /** The view of these ports. */
  public PortsView(PortsViewModel model, Desk desk, Texts texts) {
    super(12);
    this.model = model;
    this.desk = desk;
    this.texts = texts;
    ports = Columns.table("ports", texts.get("ports.published"), texts.get("ports.none"));
    services = Columns.table("services", texts.get("ports.services"), "");
    Notice notice = new Notice();
    setId("ports-page");
    getStyleClass().add("tab-page");
    fillPorts();
    fillServices();
    VBox.setVgrow(services, Priority.ALWAYS);
    getChildren().addAll(portBar(), notice, ports, serviceBar(), services);
    model.problemProperty().subscribe(notice::show);
    model
        .waitingProperty()
        .subscribe(
            now ->
                Columns.placeholder(services, texts.get(now ? "services.bare" : "services.none")));
  }

  /** Asks for services. */
  public void shown() {
    model.open();
  }

  /** Asks no more. */
  public void hidden() {
    model.close();
  }

  private void fillPorts() {
    ports.setItems(model.ports());
    ports.getColumns().add(Columns.text(texts.get("ports.here"), 150, PortRow::address));
    ports
        .getColumns()
        .add(Columns.text(texts.get("ports.port"), 90, it -> String.valueOf(it.port())));
    ports
        .getColumns()
        .add(Columns.text(texts.get("ports.protocol"), 80, it -> it.protocol().name()));
    ports.getColumns().add(Columns.text(texts.get("ports.behind"), 330, this::behind));
    model.ports().addListener((ListChangeListener<PortRow>) _ -> fit());
    fit();
  }

  private void fit() {
    Columns.fitRows(ports, model.ports().size(), MOST_ROWS);
  }

  private String behind(PortRow row) {
    return switch (row.source()) {
      case Source.Published _ -> row.behind().isEmpty() ? "–" : row.behind();
      case Source.Forwarded _ -> texts.get("ports.forwarded", row.behind());
    };
  }

  private void fillServices() {
    services.setItems(model.services());
    services
        .getColumns()
        .add(Columns.text(texts.get("ports.service"), 165, it -> it.service().toString()));
    services.getColumns().add(Columns.text(texts.get("services.type"), 122, ServicePort::type));
    services.getColumns().add(Columns.text(texts.get("services.port"), 130, PortsView::port));
    services
        .getColumns()
        .add(
            Columns.text(
                texts.get("ports.node-port"),
                100,
                it -> it.nodePort() == 0 ? "–" : String.valueOf(it.nodePort())));
    services.getColumns().add(Columns.text(texts.get("services.url"), 180, this::reach));
  }

  private static String port(ServicePort row) {
    String number = row.port() + "/" + row.protocol().name().toLowerCase(Locale.ROOT);
    return row.name().isEmpty() ? number : row.name() + "  " + number;
  }

  private String reach(ServicePort row) {
    return row.url()
        .or(() -> row.published().map(it -> "127.0.0.1:" + it.hostPort()))
        .orElseGet(
            () -> texts.get(row.nodePort() == 0 ? "services.inside" : "services.unpublished"));
  }

  private HBox portBar() {
    mapping.setPromptText("8080:30080");
    mapping.setAccessibleText(texts.get("ports.mapping"));
    mapping.setId("port-mapping");
    mapping.setPrefColumnCount(12);
    mapping.setOnAction(_ -> publish());
    mapping.disableProperty().bind(model.canChange().not());
    Button add = Buttons.text("port-add", texts.get("ports.publish"), this::publish);
    add.disableProperty().bind(mapping.textProperty().isEmpty().or(model.canChange().not()));
    Button remove = icon("port-remove", MaterialDesignT.TRASH_CAN_OUTLINE, "ports.remove");
    remove.setOnAction(_ -> chosen(ports).ifPresent(model::takeBack));
    remove
        .disableProperty()
        .bind(
            ports.getSelectionModel().selectedItemProperty().isNull().or(model.canChange().not()));
    return bar(
        "ports.published",
        urlButton("port-open", MaterialDesignO.OPEN_IN_NEW, "ports.open", ports, PortRow::url),
        copyButton("port-copy", ports, PortRow::url),
        remove,
        mapping,
        add);
  }

  private void publish() {
    if (!mapping.getText().isBlank() && model.publish(mapping.getText())) {
      mapping.clear();
    }
  }

  private HBox serviceBar() {
    Button publish = icon("service-publish", MaterialDesignL.LAN_CONNECT, "services.publish");
    publish.setOnAction(_ -> chosen(services).ifPresent(model::publish));
    disableUnless(publish, services, ServicePort::isPublishable);
    return bar(
        "ports.services",
        urlButton(
            "service-open", MaterialDesignO.OPEN_IN_NEW, "ports.open", services, ServicePort::url),
        copyButton("service-copy", services, ServicePort::url),
        publish);
  }

  private HBox bar(String heading, Node... verbs) {
    Label title = new Label(texts.get(heading));
    title.getStyleClass().add(Styles.TEXT_BOLD);
    title.setMinWidth(USE_PREF_SIZE);
    HBox bar = new HBox(4, title, new Spacer());
    bar.getChildren().addAll(verbs);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.setMinHeight(38);
    return bar;
  }

  private Button icon(String id, Ikon icon, String key) {
    return Buttons.icon(id, icon, texts.get(key), () -> {});
  }

  private <T> Button copyButton(String id, TableView<T> table, Function<T, Optional<String>> url) {
    Button button = icon(id, MaterialDesignC.CONTENT_COPY, "ports.copy");
    return acting(button, table, url, desk::copy);
  }

  private <T> Button urlButton(
      String id, Ikon icon, String key, TableView<T> table, Function<T, Optional<String>> url) {
    return acting(icon(id, icon, key), table, url, model::browse);
  }

  private static <T> Button acting(
      Button button,
      TableView<T> table,
      Function<T, Optional<String>> url,
      Consumer<String> action) {
    button.setOnAction(_ -> chosen(table).flatMap(url).ifPresent(action));
    disableUnless(button, table, row -> url.apply(row).isPresent());
    return button;
  }

  private static <T> void disableUnless(Button button, TableView<T> table, Predicate<T> possible) {
    button
        .disableProperty()
        .bind(
            table
                .getSelectionModel()
                .selectedItemProperty()
                .map(row -> !possible.test(row))
                .orElse(true));
  }

  private static <T> Optional<T> chosen(TableView<T> table) {
    return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
  }
}
