package dev.coracle.cluster.config;

import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.config.YamlValue.Block;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads ports that are published. */
final class PortReading {

  private static final String PATH = "network.ports";

  private int host;
  private @Nullable Integer node;
  private PortMapping.Protocol protocol = PortMapping.Protocol.TCP;

  private PortReading() {}

  /** Reads ports that lead to every node. */
  static void readAll(Fields around, BiConsumer<Place, PortMapping> use) {
    around.items("ports", value -> read(around, value, port -> use.accept(value.place(), port)));
  }

  /** Reads ports that lead to the nodes of this pool alone, or to control planes. */
  static void readAll(Fields around, String pool, BiConsumer<Place, PortMapping> use) {
    readAll(around, (place, port) -> use.accept(place, port.to(pool)));
  }

  /** A port is written field by field or as one word. */
  private static void read(Fields around, YamlValue value, Consumer<PortMapping> use) {
    if (value instanceof Block) {
      around.block(value, PATH, fields -> new PortReading().read(fields, use));
    } else {
      around.text(value, PATH, text -> use.accept(PortMapping.parse(text)));
    }
  }

  private void read(Fields fields, Consumer<PortMapping> use) {
    fields.text("host", value -> host = Values.number(value));
    fields.requiredText("node", value -> node = Values.number(value));
    fields.text("protocol", value -> protocol = protocol(value));
    Integer target = node;
    if (target != null) {
      fields
          .report()
          .attempt(fields.place(), PATH, () -> use.accept(new PortMapping(host, target, protocol)));
    }
  }

  private static PortMapping.Protocol protocol(String value) {
    return switch (value) {
      case "tcp", "TCP" -> PortMapping.Protocol.TCP;
      case "udp", "UDP" -> PortMapping.Protocol.UDP;
      default ->
          throw Values.invalid("\"%s\" is no protocol.".formatted(value), "Write tcp or udp.");
    };
  }
}
