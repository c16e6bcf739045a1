package dev.coracle.cluster.config;

import dev.coracle.cluster.NodeOptions;
import dev.coracle.cluster.NodePool;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.config.YamlValue.Block;
import dev.coracle.cluster.config.YamlValue.Text;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Reads a pool of workers. */
final class PoolReading {

  private NodePool pool = new NodePool(NodePool.DEFAULT, 1, NodeOptions.NONE);

  /** Without a name of its own it would be reported as a second default pool as well. */
  private boolean named;

  private PoolReading() {}

  static void read(
      Fields nodes,
      YamlValue value,
      Path folder,
      Consumer<NodePool> use,
      BiConsumer<Place, PortMapping> publish) {
    PoolReading reading = new PoolReading();
    nodes.block(
        value,
        path(value),
        fields -> {
          reading.readAll(fields, value, folder, use);
          PortReading.readAll(fields, reading.pool.name(), publish);
        });
  }

  /** By its name, which stays when pools before it come and go. */
  private static String path(YamlValue value) {
    return value instanceof Block block && block.find("name").orElse(null) instanceof Text name
        ? "nodes.pools[%s]".formatted(name.value())
        : "nodes.pools";
  }

  private void readAll(Fields fields, YamlValue value, Path folder, Consumer<NodePool> use) {
    fields.requiredText("name", this::name);
    fields.text("count", count -> pool = pool.withCount(Values.number(count)));
    pool = pool.with(new OptionsReading(fields, folder).read());
    if (named) {
      fields.report().attempt(value.place(), path(value), () -> use.accept(pool));
    }
  }

  private void name(String name) {
    pool = new NodePool(name, pool.count(), pool.options());
    named = true;
  }
}
