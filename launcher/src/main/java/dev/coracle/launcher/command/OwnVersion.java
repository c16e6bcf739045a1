package dev.coracle.launcher.command;

import java.util.Optional;

/** The version of this program. */
public final class OwnVersion {

  private OwnVersion() {}

  /** The jar's version; classes outside a jar have none. */
  public static String text() {
    return Optional.ofNullable(OwnVersion.class.getPackage().getImplementationVersion())
        .orElse("unpackaged");
  }
}
