package dev.coracle.tray;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.resources.ServicePort;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What the tray leaves to the application around it. Methods are called on virtual threads and may
 * block; what they throw is logged and shown to the user.
 */
public interface TrayCallbacks {

  /** Shows the window, in front. */
  void openWindow();

  /** How to show the preferences; empty: the menu has no such entry. */
  default Optional<Runnable> preferences() {
    return Optional.empty();
  }

  /** Ends the application; clusters go on. */
  void quit();

  /** Opens a terminal in which kubectl speaks with this cluster. */
  void openTerminal(ClusterName cluster);

  /** Puts the path of the kubeconfig that leads to this cluster on the clipboard. */
  void copyKubeconfigPath(ClusterName cluster);

  /** Makes this cluster's context the current one. */
  void useContext(ClusterName cluster);

  /** The current context of the user's kubeconfig. */
  Optional<String> currentContext();

  /**
   * The ports of every Service of a cluster that serves.
   *
   * @throws dev.coracle.cluster.ClusterException when its API does not answer
   */
  List<ServicePort> services(Cluster cluster);

  /** Opens an address in the user's browser. */
  void browse(URI address);

  /** Whether the user wants to be told by the desktop what becomes of clusters. */
  default boolean wantsNotices() {
    return true;
  }

  /** Whether the user looks at the window, so that a notice of a cluster would tell nothing new. */
  default boolean windowInView() {
    return false;
  }

  /**
   * The desktop has a place for the icon from now on, or has none any more; then the window must be
   * reachable in another way and say so.
   */
  void trayHosted(boolean present);
}
