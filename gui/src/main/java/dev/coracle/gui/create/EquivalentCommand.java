package dev.coracle.gui.create;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.PortMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The command line that creates the same cluster. */
final class EquivalentCommand {

  private static final Pattern PLAIN = Pattern.compile("[\\w./:=@%+-]+");

  private EquivalentCommand() {}

  /** {@code coracle start} with what differs from the defaults. */
  static String of(ClusterName name, ClusterSpec spec, ClusterSpec defaults) {
    List<String> words = new ArrayList<>(List.of("coracle", "start", name.value()));
    if (!spec.kubernetesVersion().equals(defaults.kubernetesVersion())) {
      words.add("--kubernetes-version=" + spec.kubernetesVersion());
    }
    if (spec.bare()) {
      words.add("--bare");
    }
    if (spec.controlPlanes() != defaults.controlPlanes()) {
      words.add("--control-planes=" + spec.controlPlanes());
    }
    if (spec.controlPlanes() + spec.workers() > 1) {
      words.add("--nodes=" + (spec.controlPlanes() + spec.workers()));
    }
    spec.cpus().ifPresent(it -> words.add("--cpus=" + number(it)));
    spec.memory().ifPresent(it -> words.add("--memory=" + memory(it)));
    spec.ports().forEach(it -> words.add("--port=" + port(it)));
    spec.environment().mounts().forEach(it -> words.add(quoted("--mount=" + it)));
    if (!spec.defaultStorage()) {
      words.add("--no-default-storage");
    }
    if (spec.cni() == ClusterSpec.Cni.NONE) {
      words.add("--cni=none");
    }
    return String.join(" ", words);
  }

  /** Folders may have blanks in their names; a shell has to leave them alone. */
  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  /** Two cores are {@code 2}, not {@code 2.0}. */
  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  /** An amount as the option reads it, in the largest unit that is exact. */
  private static String memory(Bytes amount) {
    long value = amount.value();
    if (value % (1L << 30) == 0) {
      return (value >> 30) + "g";
    }
    return value % (1L << 20) == 0 ? (value >> 20) + "m" : String.valueOf(value);
  }

  /** A mapping as the option reads it; tcp goes without saying. */
  private static String port(PortMapping port) {
    return port.toString().replace("/tcp", "");
  }
}
