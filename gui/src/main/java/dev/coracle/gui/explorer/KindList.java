package dev.coracle.gui.explorer;

import atlantafx.base.theme.Styles;
import dev.coracle.cluster.resources.ResourceKind;
import dev.coracle.gui.text.Texts;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The kinds that a cluster serves, below the groups in which they are looked for. */
final class KindList extends ScrollPane {

  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private final ExplorerViewModel model;
  private final Texts texts;
  private final VBox items = new VBox(1);

  KindList(ExplorerViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    setContent(items);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setId("kinds");
    getStyleClass().addAll("page-scroll", "kinds");
    model.kindsProperty().subscribe(this::fill);
    model.kindProperty().subscribe(this::mark);
  }

  private void fill(Map<KindGroup, List<ResourceKind>> groups) {
    items.getChildren().clear();
    groups.forEach(
        (group, kinds) -> {
          Label heading = new Label(texts.of("kinds", group));
          heading.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED, "kind-group");
          items.getChildren().add(heading);
          kinds.forEach(kind -> items.getChildren().add(item(kind)));
        });
    mark(model.kindProperty().get());
  }

  private Button item(ResourceKind kind) {
    Button item = new Button(KindNames.plural(kind));
    item.setId("kind-" + kind.plural());
    item.setMnemonicParsing(false);
    item.setUserData(kind);
    item.setMaxWidth(Double.MAX_VALUE);
    item.setAlignment(Pos.CENTER_LEFT);
    item.getStyleClass().addAll(Styles.FLAT, "nav-item", "kind");
    item.setOnAction(
        _ -> {
          model.back();
          model.kindProperty().set(kind);
        });
    return item;
  }

  private void mark(@Nullable ResourceKind chosen) {
    items
        .getChildren()
        .forEach(
            it ->
                it.pseudoClassStateChanged(
                    CURRENT, chosen != null && chosen.equals(it.getUserData())));
  }
}
