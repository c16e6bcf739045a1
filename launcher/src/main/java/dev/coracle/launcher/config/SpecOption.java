package dev.coracle.launcher.config;

import dev.coracle.cluster.AutoPauseText;
import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.CaBundle;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.HostMount;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.NodeEnvironment;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.ProxySettings;
import dev.coracle.launcher.output.Durations;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * An option that shapes a cluster. The command line and the defaults file give the same text to the
 * same option, so that both are checked alike. In the order in which they are applied: {@code
 * nodes} counts the control planes in.
 */
public enum SpecOption {
  KUBERNETES_VERSION("kubernetes-version") {
    @Override
    ClusterSpec applyTo(ClusterSpec spec, String value) {
      return spec.toBuilder().kubernetesVersion(KubernetesVersion.parse(value)).build();
    }
  },
  CONTROL_PLANES("control-planes") {
    @Override
    ClusterSpec applyTo(ClusterSpec spec, String value) {
      return spec.toBuilder().controlPlanes(OptionText.number(value)).build();
    }
  },
  NODES("nodes") {
    @Override
    ClusterSpec applyTo(ClusterSpec spec, String value) {
      int workers = OptionText.number(value) - spec.controlPlanes();
      if (workers < 0) {
        throw OptionText.invalid(
            "%s nodes are fewer than the control planes.".formatted(value),
            "Count control planes and workers together in --nodes.");
      }
      return spec.toBuilder().workers(workers).build();
    }
  },
  BARE("bare") {
    @Override
    ClusterSpec applyTo(ClusterSpec spec, String value) {
      return spec.toBuilder().bare(OptionText.truth(value)).build();
    }
  },
  CPUS("cpus") {
    @Override
    ClusterSpec applyTo(ClusterSpec spec, String value) {
      try {
        return spec.toBuilder().cpus(Double.parseDouble(value)).build();
      } catch (NumberFormatException _) {
        throw OptionText.invalid(
            "\"%s\" is no number of CPUs.".formatted(value), "Write 2 or 1.5.");
      }
    }
  },
  MEMORY("memory") {
    @Override
    ClusterSpec applyTo(ClusterSpec spec, String value) {
      return spec.toBuilder().memory(Bytes.parse(value)).build();
    }
  },
  PORT("port") {
    @Override
    ClusterSpec applyTo(ClusterSpec spec, String value) {
      PortMapping port = PortMapping.parse(value);
      // A file may say where the same port of the host leads; this option then says it again.
      Stream<PortMapping> others =
          spec.ports().stream().filter(it -> it.hostPort() == 0 || !isSameHostPort(it, port));
      return spec.ports().contains(port)
          ? spec
          : spec.toBuilder().ports(Stream.concat(others, Stream.of(port)).toList()).build();
    }
  },
  API_PORT("api-port") {
    @Override
    ClusterSpec applyTo(ClusterSpec spec, String value) {
      return spec.toBuilder().apiPort(OptionText.number(value)).build();
    }
  },
  CNI("cni") {
    @Override
    ClusterSpec applyTo(ClusterSpec spec, String value) {
      return spec.toBuilder()
          .cni(
              switch (value) {
                case "default" -> ClusterSpec.Cni.DEFAULT;
                case "none" -> ClusterSpec.Cni.NONE;
                default ->
                    throw OptionText.invalid(
                        "\"%s\" is no pod network.".formatted(value),
                        "Choose default, or none to install your own.");
              })
          .build();
    }
  },
  DEFAULT_STORAGE("default-storage") {
    @Override
    ClusterSpec applyTo(ClusterSpec spec, String value) {
      return spec.toBuilder().defaultStorage(OptionText.truth(value)).build();
    }
  },
  SET("set") {
    @Override
    ClusterSpec applyTo(ClusterSpec spec, String value) {
      TreeMap<String, String> settings = new TreeMap<>(spec.settings());
      List<String> pair =
          OptionText.pair(value, "COMPONENT.FLAG=VALUE, for instance apiserver.v=2");
      settings.put(pair.getFirst(), pair.getLast());
      return spec.toBuilder().settings(settings).build();
    }
  },
  FEATURE_GATES("feature-gates") {
    @Override
    ClusterSpec applyTo(ClusterSpec spec, String value) {
      TreeMap<String, Boolean> gates = new TreeMap<>(spec.featureGates());
      for (String gate : value.split(",", -1)) {
        List<String> pair = OptionText.pair(gate, "NAME=true or NAME=false, separated by commas");
        gates.put(pair.getFirst(), OptionText.truth(pair.getLast()));
      }
      return spec.toBuilder().featureGates(gates).build();
    }
  },
  CERT_EXPIRATION("cert-expiration") {
    @Override
    ClusterSpec applyTo(ClusterSpec spec, String value) {
      return spec.toBuilder().certExpiration(Durations.parse(value)).build();
    }
  },
  AUTO_PAUSE("auto-pause") {
    @Override
    ClusterSpec applyTo(ClusterSpec spec, String value) {
      return spec.toBuilder().autoPause(AutoPauseText.parse(value)).build();
    }
  },
  MOUNT("mount") {
    @Override
    ClusterSpec applyTo(ClusterSpec spec, String value) {
      HostMount mount = HostMount.parse(value, Path.of("").toAbsolutePath());
      Stream<HostMount> others =
          spec.environment().mounts().stream().filter(it -> !it.node().equals(mount.node()));
      return around(spec, it -> it.with(Stream.concat(others, Stream.of(mount)).toList()));
    }
  },
  REGISTRY_MIRROR("registry-mirror") {
    @Override
    ClusterSpec applyTo(ClusterSpec spec, String value) {
      List<String> pair =
          OptionText.pair(value, "REGISTRY=URL, for instance docker.io=http://mirror:5000");
      return around(
          spec, it -> it.with(it.registries().withMirror(pair.getFirst(), pair.getLast())));
    }
  },
  INSECURE_REGISTRY("insecure-registry") {
    @Override
    ClusterSpec applyTo(ClusterSpec spec, String value) {
      return around(spec, it -> it.with(it.registries().withInsecure(value)));
    }
  },
  CA_BUNDLE("ca-bundle") {
    @Override
    ClusterSpec applyTo(ClusterSpec spec, String value) {
      Optional<CaBundle> bundle =
          value.equals(NONE) ? Optional.empty() : Optional.of(CaBundle.of(Path.of(value)));
      return around(spec, it -> it.with(bundle));
    }
  },
  PROXY("proxy") {
    @Override
    ClusterSpec applyTo(ClusterSpec spec, String value) {
      String direct = spec.environment().proxy().none();
      ProxySettings proxy =
          value.equals(NONE) ? ProxySettings.NONE : ProxySettings.of(value, direct);
      return around(spec, it -> it.with(proxy));
    }
  };

  private static final String NONE = "none";

  private final String option;

  SpecOption(String option) {
    this.option = option;
  }

  /** The option's name without hyphens before it. */
  public String option() {
    return option;
  }

  /** The option of this name. */
  public static Optional<SpecOption> ofName(String name) {
    return Stream.of(values()).filter(it -> it.option.equals(name)).findFirst();
  }

  /** Every option's name. */
  public static List<String> names() {
    return Stream.of(values()).map(SpecOption::option).toList();
  }

  /**
   * The spec with this option set.
   *
   * @throws ClusterException when the text means nothing to this option
   */
  abstract ClusterSpec applyTo(ClusterSpec spec, String value);

  private static boolean isSameHostPort(PortMapping one, PortMapping other) {
    return one.hostPort() == other.hostPort() && one.protocol() == other.protocol();
  }

  private static ClusterSpec around(ClusterSpec spec, UnaryOperator<NodeEnvironment> change) {
    return spec.toBuilder().environment(change.apply(spec.environment())).build();
  }
}
