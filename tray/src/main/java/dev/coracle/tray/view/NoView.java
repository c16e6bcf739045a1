package dev.coracle.tray.view;

import dev.coracle.tray.menu.IconState;
import dev.coracle.tray.menu.MenuEntry;
import dev.coracle.tray.notice.Notice;
import java.util.List;

/** A desktop without any place for an icon. */
final class NoView implements TrayView {

  @Override
  public boolean open(Input input) {
    return false;
  }

  @Override
  public void icon(IconState state, int frame) {}

  @Override
  public void menu(List<MenuEntry> entries, String tooltip) {}

  @Override
  public void notice(Notice notice) {}

  @Override
  public void close() {}
}
