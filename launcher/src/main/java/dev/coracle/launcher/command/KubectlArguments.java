package dev.coracle.launcher.command;

import java.util.List;
import java.util.Optional;

/**
 * What follows the word kubectl: at most our own {@code -c NAME}, an optional {@code --}, and then
 * nothing but kubectl's.
 *
 * @param cluster the cluster that was named
 * @param passedOn what goes to kubectl
 */
record KubectlArguments(Optional<String> cluster, List<String> passedOn) {

  /** Tells ours from kubectl's. */
  static KubectlArguments parse(List<String> arguments) {
    boolean named = arguments.size() > 1 && arguments.getFirst().equals("-c");
    List<String> rest = named ? arguments.subList(2, arguments.size()) : arguments;
    boolean separated = !rest.isEmpty() && rest.getFirst().equals("--");
    return new KubectlArguments(
        named ? Optional.of(arguments.get(1)) : Optional.empty(),
        List.copyOf(separated ? rest.subList(1, rest.size()) : rest));
  }
}
