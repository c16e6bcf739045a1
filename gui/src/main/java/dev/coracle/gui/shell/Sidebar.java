package dev.coracle.gui.shell;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import dev.coracle.cluster.Problem;
import dev.coracle.gui.clusters.ClusterDirectory;
import dev.coracle.gui.clusters.ClusterViewModel;
import dev.coracle.gui.clusters.StateDot;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.text.Texts;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/**
 * Where one is and where one can go: all clusters, each cluster, and whether the engine answers.
 */
final class Sidebar extends VBox {

  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private final ClusterDirectory directory;
  private final Desk desk;
  private final Texts texts;
  private final VBox clusters = new VBox(2);
  private final Map<Place, Button> places = new EnumMap<>(Place.class);
  private final ListChangeListener<ClusterViewModel> changed = _ -> fill();
  private final Region engineDot = new Region();
  private final Label engine = new Label();
  private final Subscription outage;
  private Optional<ClusterViewModel> current = Optional.empty();

  Sidebar(ClusterDirectory directory, Desk desk, Texts texts) {
    this.directory = directory;
    this.desk = desk;
    this.texts = texts;
    getStyleClass().add("sidebar");
    ScrollPane scroll = new ScrollPane(clusters);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren()
        .addAll(
            brand(),
            place(Place.CLUSTERS, MaterialDesignV.VIEW_GRID_OUTLINE, desk::openClusters),
            scroll,
            place(Place.DIAGNOSTICS, MaterialDesignS.STETHOSCOPE, desk::openDiagnostics),
            place(Place.PREFERENCES, MaterialDesignC.COG_OUTLINE, desk::openPreferences),
            place(Place.ABOUT, MaterialDesignI.INFORMATION_OUTLINE, desk::openAbout),
            engineState());
    directory.clusters().addListener(changed);
    outage = directory.outageProperty().subscribe(this::showEngine);
    fill();
  }

  private Button place(Place place, Ikon icon, Runnable action) {
    String name = place.name().toLowerCase(Locale.ROOT);
    Button item = item("nav-" + name, texts.get(name + ".title"), new FontIcon(icon), action);
    places.put(place, item);
    return item;
  }

  /** Follows the clusters no more. */
  void close() {
    directory.clusters().removeListener(changed);
    outage.unsubscribe();
  }

  /** Marks where one is: at one cluster. */
  void mark(ClusterViewModel cluster) {
    mark(Optional.empty(), Optional.of(cluster));
  }

  /** Marks where one is. */
  void mark(Place place) {
    mark(Optional.of(place), Optional.empty());
  }

  private void mark(Optional<Place> place, Optional<ClusterViewModel> cluster) {
    current = cluster;
    places.forEach((it, item) -> item.pseudoClassStateChanged(CURRENT, it == place.orElse(null)));
    markClusters();
  }

  private void markClusters() {
    clusters
        .getChildren()
        .forEach(
            it -> it.pseudoClassStateChanged(CURRENT, it.getUserData() == current.orElse(null)));
  }

  private void fill() {
    clusters.getChildren().setAll(directory.clusters().stream().map(this::item).toList());
    markClusters();
  }

  private Button item(ClusterViewModel cluster) {
    Button item =
        item(
            "nav-" + cluster.name(),
            cluster.name().value(),
            new StateDot(cluster),
            () -> desk.openCluster(cluster.name()));
    item.getStyleClass().add("nav-cluster");
    item.setUserData(cluster);
    return item;
  }

  private static Button item(String id, String text, Node graphic, Runnable action) {
    Button item = new Button(text, graphic);
    item.setId(id);
    item.setMnemonicParsing(false);
    item.setMaxWidth(Double.MAX_VALUE);
    item.setAlignment(Pos.CENTER_LEFT);
    item.getStyleClass().addAll(Styles.FLAT, "nav-item");
    item.setOnAction(_ -> action.run());
    return item;
  }

  private HBox brand() {
    Label name = new Label(texts.get("app.name"));
    name.getStyleClass().add("brand-name");
    HBox brand = new HBox(10, Brand.mark(), name);
    brand.setAlignment(Pos.CENTER_LEFT);
    brand.getStyleClass().add("brand");
    return brand;
  }

  private HBox engineState() {
    engine.setId("engine-state");
    engine.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    HBox state = new HBox(8, engineDot, engine, new Spacer(Orientation.HORIZONTAL));
    state.setAlignment(Pos.CENTER_LEFT);
    state.getStyleClass().add("engine-state");
    return state;
  }

  private void showEngine(@Nullable Problem outage) {
    engine.setText(texts.get(outage == null ? "engine.answers" : "engine.silent"));
    engineDot.getStyleClass().setAll("state-dot", outage == null ? "state-running" : "state-error");
  }

  /** The places that can be reached by number, in order. */
  Stream<Runnable> places() {
    return Stream.concat(
        Stream.of(desk::openClusters),
        directory.clusters().stream().map(it -> () -> desk.openCluster(it.name())));
  }
}
