package dev.coracle.cluster.config;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.NodeOptions;
import dev.coracle.cluster.Taint;
import java.nio.file.Path;

/** Reads what is asked of some nodes in particular. */
final class OptionsReading {

  private final Fields fields;
  private final Path folder;
  private NodeOptions options = NodeOptions.NONE;

  OptionsReading(Fields fields, Path folder) {
    this.fields = fields;
    this.folder = folder;
  }

  NodeOptions read() {
    fields.entries("labels", (key, value) -> options = options.withLabel(key, value));
    fields.texts("taints", value -> options = options.withTaint(Taint.parse(value)));
    fields.text("cpus", value -> options = options.withCpus(Values.cpus(value)));
    fields.text("memory", value -> options = options.withMemory(Bytes.parse(value)));
    fields.items(
        "mounts",
        value ->
            MountReading.read(fields, value, folder, mount -> options = options.withMount(mount)));
    return options;
  }
}
