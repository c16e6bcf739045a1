package dev.coracle.cluster.config;

import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.ClusterSpecBuilder;
import dev.coracle.cluster.HostMount;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.NodeEnvironment;
import dev.coracle.cluster.RegistrySettings;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The changes that a file asks for. Each is tried on a spec at once, which refuses what is none.
 */
final class SpecDraft {

  private static final KubernetesVersion ANY = new KubernetesVersion(1, 0, 0);

  private final List<UnaryOperator<ClusterSpec>> changes = new ArrayList<>();
  private ClusterSpec tried = ClusterSpec.ofVersion(ANY);

  List<UnaryOperator<ClusterSpec>> changes() {
    return changes;
  }

  /** Makes a change, if it can be made. */
  void change(UnaryOperator<ClusterSpec> change) {
    tried = change.apply(tried);
    changes.add(change);
  }

  <T> void build(T value, BiConsumer<ClusterSpecBuilder, T> setter) {
    change(
        spec -> {
          ClusterSpecBuilder builder = spec.toBuilder();
          setter.accept(builder, value);
          return builder.build();
        });
  }

  void addMount(HostMount mount) {
    environment(
        environment ->
            environment.with(
                Stream.concat(environment.mounts().stream(), Stream.of(mount)).toList()));
  }

  void environment(UnaryOperator<NodeEnvironment> changed) {
    change(spec -> spec.toBuilder().environment(changed.apply(spec.environment())).build());
  }

  void addSetting(String key, String value) {
    change(
        spec -> {
          TreeMap<String, String> settings = new TreeMap<>(spec.settings());
          settings.put(key, value);
          return spec.toBuilder().settings(settings).build();
        });
  }

  void addGate(String gate, String value) {
    boolean on = Values.truth(value);
    change(
        spec -> {
          TreeMap<String, Boolean> gates = new TreeMap<>(spec.featureGates());
          gates.put(gate, on);
          return spec.toBuilder().featureGates(gates).build();
        });
  }

  void registries(UnaryOperator<RegistrySettings> changed) {
    environment(environment -> environment.with(changed.apply(environment.registries())));
  }
}
