package dev.coracle.launcher.desktop;

import dev.coracle.cluster.ClusterName;
import dev.coracle.gui.HostPrograms;
import java.net.URI;

/** What the window hands to other programs of this desktop. */
public final class WindowPrograms implements HostPrograms {

  private final DesktopPrograms programs;

  /** Handed to these programs. */
  public WindowPrograms(DesktopPrograms programs) {
    this.programs = programs;
  }

  @Override
  public void openShell(ClusterName cluster, String node) {
    programs.openTerminal(OwnCommand.with("--cluster", cluster.value(), "node", "shell", node));
  }

  @Override
  public void browse(URI address) {
    programs.browse(address);
  }
}
