package dev.coracle.launcher.command;

import picocli.CommandLine.Option;

/** Whether a copy of a cluster is to trust what its origin trusts. */
final class KeepCredentials {

  @Option(
      names = "--keep-credentials",
      description = "Let kubeconfigs and tokens of the origin be valid in the new cluster.")
  boolean credentials;
}
