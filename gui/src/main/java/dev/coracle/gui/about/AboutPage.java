package dev.coracle.gui.about;

import atlantafx.base.theme.Styles;
import dev.coracle.gui.Library;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.desk.Page;
import dev.coracle.gui.desk.PageFrame;
import dev.coracle.gui.desk.Panel;
import dev.coracle.gui.text.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Versions, keyboard shortcuts, and the licences of everything that is inside. */
public final class AboutPage implements Page {

  private final VBox view;
  private final Texts texts;

  /**
   * The page.
   *
   * @param version what runs, for instance {@code 0.1.0}
   * @param kubernetes the Kubernetes versions of new clusters
   * @param libraries what is inside the program
   */
  public AboutPage(
      String version, List<String> kubernetes, List<Library> libraries, Desk desk, Texts texts) {
    this.texts = texts;
    view =
        PageFrame.of(
            "about-page",
            PageFrame.title(texts.get("about.title")),
            Panel.padded(texts.get("about.versions"), versions(version, kubernetes, desk)),
            Panel.padded(texts.get("about.keys"), keys()),
            Panel.padded(texts.get("about.licences"), licences(libraries)));
  }

  @Override
  public Region view() {
    return view;
  }

  @Override
  public void shown() {}

  @Override
  public void hidden() {}

  private Node versions(String version, List<String> kubernetes, Desk desk) {
    String java = System.getProperty("java.version", "");
    String system = System.getProperty("os.name", "") + " " + System.getProperty("os.arch", "");
    String clusters = String.join(", ", kubernetes);
    GridPane grid = grid();
    grid.addRow(0, muted("Coracle"), value("about-version", version));
    grid.addRow(1, muted("Kubernetes"), value("about-kubernetes", clusters));
    grid.addRow(2, muted("Java"), value("about-java", java));
    grid.addRow(3, muted(texts.get("about.system")), value("about-system", system));
    String all =
        "Coracle %s\nKubernetes %s\nJava %s\n%s".formatted(version, clusters, java, system);
    return new VBox(
        14,
        grid,
        Buttons.labelled(
            "about-copy",
            MaterialDesignC.CONTENT_COPY,
            texts.get("action.copy"),
            () -> desk.copy(all)));
  }

  private Node keys() {
    GridPane grid = grid();
    List<List<String>> keys =
        List.of(
            List.of("Ctrl+N", "about.key.new"),
            List.of("Ctrl+F", "about.key.search"),
            List.of("Ctrl+R", "about.key.reload"),
            List.of("Ctrl+1 … 9", "about.key.places"),
            List.of("Ctrl+,", "about.key.preferences"),
            List.of("Enter", "about.key.open"));
    for (List<String> key : keys) {
      Label stroke = new Label(key.getFirst());
      stroke.getStyleClass().add("code-key");
      grid.addRow(grid.getRowCount(), stroke, new Label(texts.get(key.getLast())));
    }
    return grid;
  }

  private Node licences(List<Library> libraries) {
    GridPane grid = grid();
    for (Library part : Licences.with(libraries)) {
      Label name = new Label(part.name());
      name.setMaxWidth(340);
      grid.addRow(grid.getRowCount(), name, new Label(part.version()), muted(part.licence()));
    }
    Label node = new Label(texts.get("about.node-licences"));
    node.setWrapText(true);
    return new VBox(14, node, grid);
  }

  private static GridPane grid() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("facts");
    return grid;
  }

  private static Label muted(String text) {
    Label label = new Label(text);
    label.getStyleClass().add(Styles.TEXT_MUTED);
    label.setMinWidth(150);
    return label;
  }

  private static Label value(String id, String text) {
    Label label = new Label(text);
    label.setId(id);
    return label;
  }
}
