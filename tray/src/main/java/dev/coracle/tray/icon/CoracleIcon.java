package dev.coracle.tray.icon;

import dev.coracle.tray.menu.IconState;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/**
 * Draws the status icon: a coracle, the small round boat, under its rim. Colours have a middle
 * lightness, so that they stand out on a light panel and on a dark one; the sign in the corner says
 * the same without colour. The grid is 24 units wide and high.
 */
public final class CoracleIcon {

  /** Frames of the movement of {@link IconState#STARTING}: the boat rocks once. */
  public static final int FRAMES = 8;

  private static final double GRID = 24;
  private static final double ROCK = Math.toRadians(7);
  private static final double BADGE_X = 17.8;
  private static final double BADGE_Y = 17.8;
  private static final double BADGE_R = 5.7;

  private CoracleIcon() {}

  /** The icon of this state, in pixels of this size; the frame counts while it moves. */
  public static BufferedImage draw(IconState state, int size, int frame) {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.scale(size / GRID, size / GRID);
    boat(graphics, state, frame);
    badge(graphics, state);
    graphics.dispose();
    return image;
  }

  /** The colour of a state's boat or sign. */
  static Color color(IconState state) {
    return switch (state) {
      case NONE, STOPPED -> new Color(0x7A828C);
      case STARTING, RUNNING -> new Color(0x0E9488);
      case PAUSED -> new Color(0x3B82F6);
      case DEGRADED -> new Color(0xC77700);
      case ERROR -> new Color(0xE0434B);
    };
  }

  private static void boat(Graphics2D graphics, IconState state, int frame) {
    AffineTransform upright = graphics.getTransform();
    if (state == IconState.STARTING) {
      graphics.rotate(ROCK * Math.sin(2 * Math.PI * frame / FRAMES), GRID / 2, 13);
    }
    graphics.setColor(color(state));
    paddle(graphics);
    graphics.fill(new RoundRectangle2D.Double(1, 8, 22, 2.6, 2.6, 2.6));
    hull(graphics, state);
    graphics.setTransform(upright);
    water(graphics);
  }

  private static void water(Graphics2D graphics) {
    Path2D wave = new Path2D.Double();
    wave.moveTo(2, 21.6);
    for (int x = 2; x < 22; x += 10) {
      wave.curveTo(x + 2.5, 19.6, x + 2.5, 19.6, x + 5, 21.6);
      wave.curveTo(x + 7.5, 23.6, x + 7.5, 23.6, x + 10, 21.6);
    }
    graphics.setStroke(new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(wave);
  }

  /** Without a cluster the boat is empty: an outline. */
  private static void hull(Graphics2D graphics, IconState state) {
    if (state == IconState.NONE) {
      graphics.setStroke(new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
      graphics.draw(bowl(0.8));
    } else {
      graphics.fill(bowl(0));
    }
  }

  private static Shape bowl(double inset) {
    double top = 11.6 + inset;
    double bottom = 18.6 - inset;
    Path2D bowl = new Path2D.Double();
    bowl.moveTo(2.2 + inset, top);
    bowl.curveTo(2.8 + inset, 16, 7, bottom, 12, bottom);
    bowl.curveTo(17, bottom, 21.2 - inset, 16, 21.8 - inset, top);
    bowl.closePath();
    return bowl;
  }

  private static void paddle(Graphics2D graphics) {
    graphics.setStroke(new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(new Line2D.Double(10.5, 8.5, 15, 5.2));
    graphics.setStroke(new BasicStroke(4.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(new Line2D.Double(15.8, 4.6, 18, 3.4));
  }

  private static void badge(Graphics2D graphics, IconState state) {
    switch (state) {
      case PAUSED -> {
        disc(graphics, state);
        bar(graphics, BADGE_X - 1.8, -2.4, 2.4);
        bar(graphics, BADGE_X + 1.8, -2.4, 2.4);
      }
      case DEGRADED -> {
        disc(graphics, state);
        bar(graphics, BADGE_X, -3, 0.4);
        bar(graphics, BADGE_X, 3, 3.01);
      }
      case ERROR -> {
        disc(graphics, state);
        line(graphics, -2.1, -2.1, 2.1, 2.1);
        line(graphics, -2.1, 2.1, 2.1, -2.1);
      }
      case STOPPED -> {
        disc(graphics, state);
        graphics.fill(new RoundRectangle2D.Double(BADGE_X - 2.3, BADGE_Y - 2.3, 4.6, 4.6, 1, 1));
      }
      case NONE, STARTING, RUNNING -> {}
    }
  }

  /** The disc stands free: a ring around it is cut out of the boat. */
  private static void disc(Graphics2D graphics, IconState state) {
    graphics.setComposite(AlphaComposite.Clear);
    graphics.fill(circle(BADGE_R + 1.7));
    graphics.setComposite(AlphaComposite.SrcOver);
    graphics.setColor(color(state));
    graphics.fill(circle(BADGE_R));
    graphics.setColor(Color.WHITE);
    graphics.setStroke(new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
  }

  private static Shape circle(double radius) {
    return new Ellipse2D.Double(BADGE_X - radius, BADGE_Y - radius, 2 * radius, 2 * radius);
  }

  private static void bar(Graphics2D graphics, double x, double from, double to) {
    graphics.draw(new Line2D.Double(x, BADGE_Y + from, x, BADGE_Y + to));
  }

  private static void line(Graphics2D graphics, double x1, double y1, double x2, double y2) {
    graphics.draw(new Line2D.Double(BADGE_X + x1, BADGE_Y + y1, BADGE_X + x2, BADGE_Y + y2));
  }
}
