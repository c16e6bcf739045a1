package dev.coracle.cluster.config;

import dev.coracle.cluster.HostMount;
import dev.coracle.cluster.config.YamlValue.Block;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a mount: {@code HOST:NODE:ro} in one text, or field by field. */
final class MountReading {

  private @Nullable String host;
  private @Nullable String node;
  private boolean readOnly;

  private MountReading() {}

  static void read(Fields around, YamlValue value, Path folder, Consumer<HostMount> use) {
    String field = "mounts";
    if (value instanceof Block) {
      around.block(value, field, fields -> new MountReading().read(fields, folder, use));
    } else {
      around.text(value, field, text -> use.accept(HostMount.parse(text, folder)));
    }
  }

  private void read(Fields fields, Path folder, Consumer<HostMount> use) {
    fields.requiredText("host", value -> host = value);
    fields.requiredText("node", value -> node = value);
    fields.text("readOnly", value -> readOnly = Values.truth(value));
    String source = host;
    String target = node;
    if (source != null && target != null) {
      fields
          .report()
          .attempt(
              fields.place(),
              "mounts",
              () -> use.accept(HostMount.of(source, target, readOnly, folder)));
    }
  }
}
