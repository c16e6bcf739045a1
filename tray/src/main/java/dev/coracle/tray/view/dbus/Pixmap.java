package dev.coracle.tray.view.dbus;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;

/** An image as the bus carries it: ARGB32 in network byte order, row by row. */
public final class Pixmap extends Struct {

  /** Columns. */
  @Position(0)
  public final int width;

  /** Rows. */
  @Position(1)
  public final int height;

  /** Four bytes for each pixel. */
  @Position(2)
  public final byte[] data;

  /** An image; the data is not copied. */
  public Pixmap(int width, int height, byte[] data) {
    this.width = width;
    this.height = height;
    this.data = data;
  }

  /** The pixels of this image. */
  static Pixmap of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    ByteBuffer bytes = ByteBuffer.allocate(width * height * 4).order(ByteOrder.BIG_ENDIAN);
    bytes.asIntBuffer().put(image.getRGB(0, 0, width, height, null, 0, width));
    return new Pixmap(width, height, bytes.array());
  }
}
