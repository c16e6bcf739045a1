package dev.coracle.gui.terminal;

import com.techsenger.jeditermfx.core.TerminalColor;
import com.techsenger.jeditermfx.core.TextStyle;
import com.techsenger.jeditermfx.ui.settings.DefaultSettingsProvider;
import javafx.scene.text.Font;

/** A dark screen in every theme, as the programs that run in it expect. */
final class TerminalColours extends DefaultSettingsProvider {

  private static final double SIZE = 13;
  private static final TerminalColor GROUND = TerminalColor.rgb(13, 17, 23);
  private static final TerminalColor TEXT = TerminalColor.rgb(230, 237, 243);

  /** Text that no program has coloured. */
  static TextStyle plain() {
    return new TextStyle(TEXT, GROUND);
  }

  @Override
  public TerminalColor getDefaultForeground() {
    return TEXT;
  }

  @Override
  public TerminalColor getDefaultBackground() {
    return GROUND;
  }

  @Override
  public Font getTerminalFont() {
    return Font.font("Monospaced", SIZE);
  }

  @Override
  public float getTerminalFontSize() {
    return (float) SIZE;
  }
}
