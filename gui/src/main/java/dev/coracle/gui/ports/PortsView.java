package dev.coracle.gui.ports;

import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.desk.Notice;
import dev.coracle.gui.text.Texts;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Published ports above services; each list has its verbs beside its heading. */
public final class PortsView extends VBox {

  private final PortsViewModel model;

  /** The view of these ports. */
  public PortsView(PortsViewModel model, Desk desk, Texts texts) {
    super(12);
    this.model = model;
    setId("ports-page");
    getStyleClass().add("tab-page");
    Notice notice = new Notice(texts.library());
    model.problemProperty().subscribe(notice::show);
    PublishedPorts ports = new PublishedPorts(model, desk, texts);
    ServiceList services = new ServiceList(model, desk, texts);
    VBox.setVgrow(services.table(), Priority.ALWAYS);
    getChildren().addAll(ports.bar(), notice, ports.table(), services.bar(), services.table());
  }

  /** Asks for services. */
  public void shown() {
    model.open();
  }

  /** Asks no more. */
  public void hidden() {
    model.close();
  }
}
