import org.jspecify.annotations.NullMarked;

/** The window. */
@NullMarked
module dev.coracle.gui {
  requires transitive dev.coracle.cluster;
  requires transitive javafx.controls;
  requires atlantafx.base;
  requires io.github.javadiffutils;
  requires org.kordamp.ikonli.javafx;
  requires org.kordamp.ikonli.materialdesign2;
  requires org.slf4j;

  exports dev.coracle.gui;
  exports dev.coracle.gui.preferences;
}
