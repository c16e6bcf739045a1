package dev.coracle.cluster.config;

import dev.coracle.cluster.PortMapping;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a port that is written field by field. */
final class PortReading {

  private int host;
  private @Nullable Integer node;
  private PortMapping.Protocol protocol = PortMapping.Protocol.TCP;

  private PortReading() {}

  static void read(Fields around, YamlValue value, Consumer<PortMapping> use) {
    around.block(value, "network.ports", fields -> new PortReading().read(fields, use));
  }

  private void read(Fields fields, Consumer<PortMapping> use) {
    fields.text("host", value -> host = Values.number(value));
    fields.requiredText("node", value -> node = Values.number(value));
    fields.text("protocol", value -> protocol = protocol(value));
    Integer target = node;
    if (target != null) {
      fields
          .report()
          .attempt(
              fields.place(),
              "network.ports",
              () -> use.accept(new PortMapping(host, target, protocol)));
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
