package dev.coracle.gui.cluster;

import dev.coracle.gui.desk.Panel;
import dev.coracle.gui.health.HealthView;
import dev.coracle.gui.text.Texts;
import dev.coracle.gui.upkeep.UpkeepView;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** How a cluster is: what needs attention first, then its nodes and what it was asked to be. */
final class OverviewView extends ScrollPane {

  private final UpkeepView upkeep;
  private final HealthView health;
  private final NodeTable nodes;
  private final VBox news = new VBox(8);
  private final Facts left = new Facts();
  private final Facts right = new Facts();
  private final Label version;
  private final Label uptime;
  private final Label age;
  private final Label endpoint;
  private final Label limits;
  private final Label ports;
  private final Label kubeconfig;
  private final Label certificates;

  OverviewView(Texts texts, Node kubeconfigActions, UpkeepView upkeep, HealthView health) {
    this.upkeep = upkeep;
    this.health = health;
    nodes = new NodeTable(texts);
    version = left.add("fact-version", texts.get("overview.version"));
    endpoint = left.add("fact-endpoint", texts.get("overview.endpoint"));
    uptime = left.add("fact-uptime", texts.get("overview.uptime"));
    age = left.add("fact-age", texts.get("overview.age"));
    limits = right.add("fact-limits", texts.get("overview.limits"));
    ports = right.add("fact-ports", texts.get("overview.ports"));
    kubeconfig = right.add("fact-kubeconfig", texts.get("overview.kubeconfig"));
    certificates = right.add("fact-certificates", texts.get("overview.certificates"));
    VBox body = new VBox(16, news, facts(), health.components());
    body.getChildren().add(new Panel(texts.get("overview.nodes"), nodes));
    body.getChildren().add(new Panel(texts.get("overview.access"), kubeconfigActions));
    body.getChildren().add(new Panel(texts.get("overview.upkeep"), upkeep));
    body.getChildren().add(health.events());
    body.getStyleClass().add("overview");
    news.managedProperty().bind(news.visibleProperty());
    setContent(body);
    setId("overview");
    setFitToWidth(true);
    getStyleClass().add("page-scroll");
  }

  HealthView health() {
    return health;
  }

  void shown() {
    upkeep.shown();
    health.shown();
  }

  void hidden() {
    upkeep.hidden();
    health.hidden();
  }

  void show(OverviewViewModel now) {
    version.setText(now.version());
    uptime.setText(now.uptime());
    age.setText(now.age());
    endpoint.setText(now.endpoint());
    limits.setText(now.limits());
    ports.setText(now.ports());
    kubeconfig.setText(now.kubeconfig());
    certificates.setText(now.certificates());
    nodes.show(now.nodes());
    tell(now.warnings(), now.remarks());
  }

  private void tell(List<String> warnings, List<String> remarks) {
    news.getChildren()
        .setAll(
            Stream.concat(
                    warnings.stream().map(it -> line(it, MaterialDesignA.ALERT_OUTLINE, "warning")),
                    remarks.stream()
                        .map(it -> line(it, MaterialDesignI.INFORMATION_OUTLINE, "remark")))
                .toList());
    news.setVisible(!news.getChildren().isEmpty());
  }

  private static HBox line(String text, Ikon icon, String look) {
    Label label = new Label(text);
    label.setId("overview-" + look);
    label.setWrapText(true);
    HBox line = new HBox(10, new FontIcon(icon), label);
    line.getStyleClass().add(look);
    return line;
  }

  private HBox facts() {
    HBox facts = new HBox(32, left, right);
    facts.getStyleClass().addAll("panel", "padded");
    HBox.setHgrow(left, Priority.ALWAYS);
    HBox.setHgrow(right, Priority.ALWAYS);
    left.setPrefWidth(320);
    right.setPrefWidth(320);
    return facts;
  }
}
