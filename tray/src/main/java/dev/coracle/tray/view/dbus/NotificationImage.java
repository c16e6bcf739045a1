package dev.coracle.tray.view.dbus;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;

/** The image of a notification: RGBA, eight bits each, row by row. */
public final class NotificationImage extends Struct {

  /** The form on the bus. */
  public static final String SIGNATURE = "(iiibiiay)";

  private static final int CHANNELS = 4;

  /** Columns. */
  @Position(0)
  public final int width;

  /** Rows. */
  @Position(1)
  public final int height;

  /** Bytes in a row. */
  @Position(2)
  public final int rowStride;

  /** Whether pixels can be transparent. */
  @Position(3)
  public final boolean hasAlpha;

  /** Bits of a channel. */
  @Position(4)
  public final int bitsPerSample;

  /** Bytes of a pixel. */
  @Position(5)
  public final int channels;

  /** The pixels. */
  @Position(6)
  public final byte[] data;

  /** An image; the data is not copied. */
  public NotificationImage(
      int width,
      int height,
      int rowStride,
      boolean hasAlpha,
      int bitsPerSample,
      int channels,
      byte[] data) {
    this.width = width;
    this.height = height;
    this.rowStride = rowStride;
    this.hasAlpha = hasAlpha;
    this.bitsPerSample = bitsPerSample;
    this.channels = channels;
    this.data = data;
  }

  /** The pixels of this image. */
  static NotificationImage of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    ByteBuffer bytes = ByteBuffer.allocate(width * height * CHANNELS).order(ByteOrder.BIG_ENDIAN);
    for (int argb : image.getRGB(0, 0, width, height, null, 0, width)) {
      bytes.putInt(Integer.rotateLeft(argb, 8));
    }
    return new NotificationImage(width, height, width * CHANNELS, true, 8, CHANNELS, bytes.array());
  }
}
