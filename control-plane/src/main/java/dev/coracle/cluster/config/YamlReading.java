package dev.coracle.cluster.config;

import dev.coracle.cluster.config.YamlValue.Block;
import dev.coracle.cluster.config.YamlValue.Entry;
import dev.coracle.cluster.config.YamlValue.Items;
import dev.coracle.cluster.config.YamlValue.Text;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the one document of a YAML file into values that know their place. */
final class YamlReading {

  private final FileReport report;

  private YamlReading(FileReport report) {
    this.report = report;
  }

  /** The document; what is wrong is reported, and the rest is read on where that is possible. */
  static Optional<YamlValue> read(String text, FileReport report) {
    try {
      Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
      return root == null ? Optional.empty() : Optional.of(new YamlReading(report).value(root));
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      String problem = e.getProblem() == null ? "something" : e.getProblem();
      report.add(place(mark), "", "This is no YAML: " + problem + ".", advice(text, mark));
    } catch (YAMLException e) {
      report.add(Place.START, "", "This is no YAML: " + e.getMessage(), "Correct it.");
    }
    return Optional.empty();
  }

  /** Editors that indent by tabs are the most frequent reason. */
  private static String advice(String text, Mark mark) {
    String line = mark == null ? "" : text.lines().skip(mark.getLine()).findFirst().orElse("");
    return line.stripTrailing().contains("\t")
        ? "Indent by spaces: YAML takes no tabs."
        : "Look at the indentation and the quotes there and in the line before.";
  }

  private static Place place(Mark mark) {
    return mark == null ? Place.START : new Place(mark.getLine() + 1, mark.getColumn() + 1);
  }

  private YamlValue value(Node node) {
    Place place = place(node.getStartMark());
    return switch (node) {
      case ScalarNode scalar ->
          new Text(place, scalar.getValue(), scalar.getScalarStyle() != ScalarStyle.PLAIN);
      case SequenceNode sequence ->
          new Items(place, sequence.getValue().stream().map(this::value).toList());
      case MappingNode mapping -> new Block(place, entries(mapping));
      default -> new Text(place, "", false);
    };
  }

  private List<Entry> entries(MappingNode mapping) {
    List<Entry> entries = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Place place = place(tuple.getKeyNode().getStartMark());
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      if (keys.add(key)) {
        entries.add(new Entry(place, key, value(tuple.getValueNode())));
      } else {
        report.add(place, key, "\"%s\" is there twice.".formatted(key), "Leave one of them out.");
      }
    }
    return entries;
  }
}
