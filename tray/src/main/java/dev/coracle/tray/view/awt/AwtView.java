package dev.coracle.tray.view.awt;

import dev.coracle.tray.icon.CoracleIcon;
import dev.coracle.tray.menu.IconState;
import dev.coracle.tray.menu.MenuEntry;
import dev.coracle.tray.notice.Notice;
import dev.coracle.tray.view.TrayView;
import java.awt.AWTError;
import java.awt.AWTException;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Image;
import java.awt.PopupMenu;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.TrayIcon.MessageType;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.image.BaseMultiResolutionImage;
import java.awt.image.BufferedImage;
import java.beans.PropertyChangeListener;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The icon in AWT's system tray. */
public final class AwtView implements TrayView {

  private static final Logger LOG = LoggerFactory.getLogger(AwtView.class);

  private final PopupMenu popup = new PopupMenu();
  private volatile Optional<Shown> shown = Optional.empty();

  private record Shown(TrayIcon icon, AwtMenu menu, PropertyChangeListener hosts) {}

  /** Whether this desktop has such a tray. */
  public static boolean supported() {
    try {
      return !GraphicsEnvironment.isHeadless() && SystemTray.isSupported();
    } catch (AWTError e) {
      LOG.info("no display for a tray", e);
      return false;
    }
  }

  @Override
  public boolean open(Input input) {
    TrayIcon icon = new TrayIcon(image(IconState.NONE, 0), "Coracle", popup);
    icon.setImageAutoSize(true);
    icon.addMouseListener(new Clicks(input));
    PropertyChangeListener hosts = change -> input.hosted(change.getNewValue() != null);
    try {
      SystemTray.getSystemTray().add(icon);
    } catch (AWTException e) {
      LOG.info("tray refuses the icon", e);
      return false;
    }
    SystemTray.getSystemTray().addPropertyChangeListener("systemTray", hosts);
    shown = Optional.of(new Shown(icon, new AwtMenu(input::chosen), hosts));
    return true;
  }

  /** A primary click shows the window; the menu belongs to the secondary one. */
  private static final class Clicks extends MouseAdapter {
    private final Input input;

    Clicks(Input input) {
      this.input = input;
    }

    @Override
    public void mousePressed(MouseEvent event) {
      input.opening();
    }

    @Override
    public void mouseClicked(MouseEvent event) {
      if (event.getButton() == MouseEvent.BUTTON1) {
        input.activated();
      }
    }
  }

  /** In the tray's size and in twice that, for fine screens. */
  private static Image image(IconState state, int frame) {
    Dimension size = SystemTray.getSystemTray().getTrayIconSize();
    BufferedImage normal = CoracleIcon.draw(state, size.height, frame);
    BufferedImage fine = CoracleIcon.draw(state, 2 * size.height, frame);
    return new BaseMultiResolutionImage(normal, fine);
  }

  @Override
  public void icon(IconState state, int frame) {
    shown.ifPresent(
        there -> EventQueue.invokeLater(() -> there.icon.setImage(image(state, frame))));
  }

  @Override
  public void menu(List<MenuEntry> entries, String tooltip) {
    shown.ifPresent(there -> EventQueue.invokeLater(() -> show(there, entries, tooltip)));
  }

  private void show(Shown there, List<MenuEntry> entries, String tooltip) {
    there.icon.setToolTip(tooltip);
    there.menu.fill(popup, entries);
  }

  @Override
  public void notice(Notice notice) {
    MessageType type =
        switch (notice.kind()) {
          case GOOD -> MessageType.INFO;
          case WARNING -> MessageType.WARNING;
          case BAD -> MessageType.ERROR;
        };
    shown.ifPresent(
        there ->
            EventQueue.invokeLater(
                () -> there.icon.displayMessage(notice.title(), notice.body(), type)));
  }

  @Override
  public void close() {
    shown.ifPresent(
        there -> {
          SystemTray tray = SystemTray.getSystemTray();
          tray.removePropertyChangeListener("systemTray", there.hosts);
          tray.remove(there.icon);
        });
    shown = Optional.empty();
  }
}
