package dev.coracle.gui.terminal;

import com.techsenger.jeditermfx.core.model.StyleState;
import com.techsenger.jeditermfx.ui.JediTermFxWidget;

/**
 * The emulator in our colours. Its settings colour only the empty screen; for text it asks a method
 * that is deprecated, and here.
 */
final class PodScreen extends JediTermFxWidget {

  private static final int COLUMNS = 80;
  private static final int ROWS = 24;

  PodScreen() {
    super(COLUMNS, ROWS, new TerminalColours());
  }

  @Override
  protected StyleState createDefaultStyle() {
    StyleState style = new StyleState();
    style.setDefaultStyle(TerminalColours.plain());
    return style;
  }
}
