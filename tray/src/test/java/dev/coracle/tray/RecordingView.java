package dev.coracle.tray;

import dev.coracle.tray.menu.IconState;
import dev.coracle.tray.menu.MenuEntry;
import dev.coracle.tray.notice.Notice;
import dev.coracle.tray.view.TrayView;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A desktop that remembers what it was told to show. */
final class RecordingView implements TrayView {

  final List<IconState> icons = new CopyOnWriteArrayList<>();
  final List<Notice> notices = new CopyOnWriteArrayList<>();
  final AtomicInteger menusShown = new AtomicInteger();
  volatile List<MenuEntry> entries = List.of();
  volatile String tooltip = "";
  volatile boolean closed;
  volatile @Nullable Input input;

  @Override
  public boolean open(Input input) {
    this.input = input;
    return true;
  }

  @Override
  public void icon(IconState state, int frame) {
    icons.add(state);
  }

  @Override
  public void menu(List<MenuEntry> entries, String tooltip) {
    menusShown.incrementAndGet();
    this.entries = entries;
    this.tooltip = tooltip;
  }

  @Override
  public void notice(Notice notice) {
    notices.add(notice);
  }

  @Override
  public void close() {
    closed = true;
  }
}
