package dev.coracle.tray.menu;

import dev.coracle.cluster.ClusterName;
import java.net.URI;

/** What a menu entry does when it is chosen. Plain data, so that a menu can be compared. */
public sealed interface Command {

  /** Changes a cluster. */
  record Change(ClusterName cluster, Operation operation) implements Command {}

  /** Interrupts the change that this tray has begun. */
  record Cancel(ClusterName cluster) implements Command {}

  /** Makes the cluster's context the current one of the user's kubeconfig. */
  record UseContext(ClusterName cluster) implements Command {}

  /** Puts the path of the kubeconfig on the clipboard. */
  record CopyKubeconfigPath(ClusterName cluster) implements Command {}

  /** Opens a terminal in which kubectl speaks with the cluster. */
  record OpenTerminal(ClusterName cluster) implements Command {}

  /** Opens an address in the browser. */
  record Browse(URI address) implements Command {}

  /** Shows the window. */
  record OpenWindow() implements Command {}

  /** Shows the preferences. */
  record OpenPreferences() implements Command {}

  /** Ends the tray and the window; clusters go on. */
  record Quit() implements Command {}
}
