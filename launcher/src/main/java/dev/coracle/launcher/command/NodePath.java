package dev.coracle.launcher.command;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path in a node.
 *
 * @param node the node; empty: the first control plane
 * @param path absolute
 */
record NodePath(Optional<String> node, String path) {

  // A node's name has at least two characters, so that C:\file stays a path of Windows.
  private static final Pattern FORM = Pattern.compile("([a-z0-9][a-z0-9.-]+)?:(/.*)");

  /** The path in a node that the text means; empty when it means one of this machine. */
  static Optional<NodePath> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(new NodePath(Optional.ofNullable(form.group(1)), form.group(2)))
        : Optional.empty();
  }
}
