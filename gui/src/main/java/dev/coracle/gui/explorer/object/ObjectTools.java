package dev.coracle.gui.explorer.object;

import dev.coracle.gui.async.Background;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.forwards.ClusterForwards;
import dev.coracle.gui.live.ClusterDoor;
import dev.coracle.gui.text.Texts;
import java.time.Instant;
import javafx.beans.value.ObservableValue;

/**
 * What the views of objects work with.
 *
 * @param background blocking work
 * @param desk the window around
 * @param texts its language
 * @param now the time by which ages are told
 * @param door the way into the cluster for terminals
 * @param forwards the forwarded ports of the cluster
 */
public record ObjectTools(
    Background background,
    Desk desk,
    Texts texts,
    ObservableValue<Instant> now,
    ClusterDoor door,
    ClusterForwards forwards) {}
