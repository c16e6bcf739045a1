package dev.coracle.tray.view.dbus;

import org.freedesktop.dbus.Tuple;
import org.freedesktop.dbus.annotations.Position;

/** Two values that a method returns. */
public final class Pair<A, B> extends Tuple {

  /** The first. */
  @Position(0)
  public final A first;

  /** The second. */
  @Position(1)
  public final B second;

  /** Both. */
  public Pair(A first, B second) {
    this.first = first;
    this.second = second;
  }
}
