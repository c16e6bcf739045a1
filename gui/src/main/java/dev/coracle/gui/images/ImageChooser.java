package dev.coracle.gui.images;

import dev.coracle.cluster.ClusterImages.LocalImage;
import dev.coracle.gui.text.Figures;
import dev.coracle.gui.text.Texts;
import javafx.beans.value.ObservableStringValue;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A field for the name of an image, with those that this machine's engine has to choose from. */
final class ImageChooser extends ComboBox<LocalImage> {

  ImageChooser(ObservableList<LocalImage> images, Texts texts, Runnable onEnter) {
    super(images);
    setId("image-reference");
    setEditable(true);
    setVisibleRowCount(12);
    setPromptText(texts.get("images.reference"));
    setAccessibleText(texts.get("images.reference"));
    setConverter(new Names());
    setCellFactory(_ -> new Line());
    setPlaceholder(new Label(texts.get("images.none")));
    getEditor().setOnAction(_ -> onEnter.run());
    setMaxWidth(Double.MAX_VALUE);
  }

  /** What was chosen or typed. */
  ObservableStringValue reference() {
    return getEditor().textProperty();
  }

  void clear() {
    setValue(null);
    getEditor().clear();
  }

  /** What is typed need not be an image that the engine showed. */
  private static final class Names extends StringConverter<LocalImage> {

    @Override
    public String toString(@Nullable LocalImage image) {
      return image == null ? "" : image.reference();
    }

    @Override
    public LocalImage fromString(String text) {
      return new LocalImage(text, 0);
    }
  }

  private static final class Line extends ListCell<LocalImage> {

    private final Label size = new Label();

    Line() {
      setContentDisplay(ContentDisplay.RIGHT);
      setGraphicTextGap(12);
      size.getStyleClass().add("text-muted");
    }

    @Override
    protected void updateItem(@Nullable LocalImage image, boolean empty) {
      super.updateItem(image, empty);
      setText(empty || image == null ? null : image.reference());
      size.setText(empty || image == null ? "" : Figures.bytes((double) image.size()));
      setGraphic(empty || image == null ? null : size);
    }
  }
}
