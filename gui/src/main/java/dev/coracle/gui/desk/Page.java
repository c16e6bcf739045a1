package dev.coracle.gui.desk;

import javafx.scene.layout.Region;

/** A page of the window. It works only between {@link #shown} and {@link #hidden}. */
public interface Page {

  /** What to show. */
  Region view();

  /** The page is on the screen from now on. */
  void shown();

  /** The page is not on the screen any more. */
  void hidden();

  /** Puts the cursor where this page searches; nothing where it does not. */
  default void search() {}
}
