package dev.coracle.gui.clusters;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.desk.Page;
import dev.coracle.gui.graphs.Usages;
import dev.coracle.gui.text.Texts;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** All clusters as cards, or what to do when there are none. */
public final class ClustersPage implements Page {

  private final ClusterDirectory directory;
  private final Usages usages;
  private final Desk desk;
  private final Texts texts;
  private final ObservableValue<Instant> now;
  private final CardGrid grid = new CardGrid();
  private final StackPane body = new StackPane();
  private final VBox view = new VBox();
  private final ScrollPane scroll = new ScrollPane(grid);
  private boolean visible;

  /** The page of this directory's clusters. */
  public ClustersPage(
      ClusterDirectory directory,
      Usages usages,
      Desk desk,
      Texts texts,
      ObservableValue<Instant> now) {
    this.directory = directory;
    this.usages = usages;
    this.desk = desk;
    this.texts = texts;
    this.now = now;
    build();
    directory.clusters().addListener((ListChangeListener<ClusterViewModel>) this::changed);
    directory.loadedProperty().subscribe(this::arrange);
    grid.getChildren().setAll(directory.clusters().stream().map(this::card).toList());
    arrange();
  }

  @Override
  public Region view() {
    return view;
  }

  @Override
  public void shown() {
    visible = true;
    cards().forEach(ClusterCard::shown);
  }

  @Override
  public void hidden() {
    visible = false;
    cards().forEach(ClusterCard::hidden);
  }

  private void build() {
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("page-scroll");
    VBox.setVgrow(body, Priority.ALWAYS);
    view.getStyleClass().add("page");
    view.setId("clusters-page");
    view.getChildren().addAll(header(), body);
  }

  private HBox header() {
    Label title = new Label(texts.get("clusters.title"));
    title.getStyleClass().add(Styles.TITLE_2);
    Button create =
        Buttons.primary("create-cluster", texts.get("clusters.create"), desk::createCluster);
    create.setGraphic(new FontIcon(MaterialDesignP.PLUS));
    Button back =
        Buttons.labelled(
            "bring-back",
            MaterialDesignI.IMPORT,
            texts.get("clusters.bring-back"),
            desk::bringBackCluster);
    HBox header = new HBox(12, title, new Spacer(), back, create);
    header.setAlignment(Pos.CENTER_LEFT);
    header.getStyleClass().add("page-header");
    return header;
  }

  private void changed(ListChangeListener.Change<? extends ClusterViewModel> change) {
    while (change.next()) {
      change.getRemoved().forEach(this::remove);
      for (int i = change.getFrom(); change.wasAdded() && i < change.getTo(); i++) {
        grid.getChildren().add(i, card(change.getList().get(i)));
      }
    }
    arrange();
  }

  private ClusterCard card(ClusterViewModel cluster) {
    ClusterCard card = new ClusterCard(cluster, usages.of(cluster.name()), desk, texts, now);
    if (visible) {
      card.shown();
    }
    return card;
  }

  private void remove(ClusterViewModel cluster) {
    withCard(cluster, ClusterCard::hidden);
    grid.getChildren().removeIf(it -> it instanceof ClusterCard card && card.cluster() == cluster);
    usages.forget(cluster.name());
  }

  private void withCard(ClusterViewModel cluster, Consumer<ClusterCard> action) {
    cards().filter(card -> card.cluster() == cluster).forEach(action);
  }

  private Stream<ClusterCard> cards() {
    return List.copyOf(grid.getChildren()).stream().map(ClusterCard.class::cast);
  }

  private void arrange() {
    boolean empty = directory.clusters().isEmpty();
    boolean known = directory.loadedProperty().get();
    body.getChildren().setAll(!empty ? scroll : known ? nothing() : new Region());
  }

  private VBox nothing() {
    Label title = new Label(texts.get("clusters.empty.title"));
    title.getStyleClass().add(Styles.TITLE_3);
    Label text = new Label(texts.get("clusters.empty.text"));
    text.getStyleClass().add(Styles.TEXT_MUTED);
    text.setWrapText(true);
    text.setMaxWidth(420);
    text.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
    Button create =
        Buttons.primary("create-first", texts.get("clusters.empty.create"), desk::createCluster);
    VBox nothing = new VBox(12, new FontIcon(MaterialDesignS.SAIL_BOAT), title, text, create);
    nothing.getStyleClass().add("empty-state");
    nothing.setAlignment(Pos.CENTER);
    return nothing;
  }
}
