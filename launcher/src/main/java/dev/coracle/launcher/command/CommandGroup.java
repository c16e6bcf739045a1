package dev.coracle.launcher.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that only groups others: by itself it shows its help. */
abstract class CommandGroup implements Runnable {

  @Spec @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      CommandLine self = spec.commandLine();
      self.usage(self.getOut());
    }
  }
}
