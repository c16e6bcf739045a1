package dev.coracle.cluster.kubeconfig;

import dev.coracle.cluster.kubeconfig.YamlNode.Alias;
import dev.coracle.cluster.kubeconfig.YamlNode.Mapping;
import dev.coracle.cluster.kubeconfig.YamlNode.Pair;
import dev.coracle.cluster.kubeconfig.YamlNode.Scalar;
import dev.coracle.cluster.kubeconfig.YamlNode.Sequence;
import dev.coracle.cluster.kubeconfig.YamlNode.Span;
import dev.coracle.cluster.kubeconfig.YamlNode.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads the one document of a text into nodes that know their place. It works on the parser's
 * events, since in its trees an alias has become what it stands for, place included.
 */
final class YamlReader {

  private final String text;
  private final boolean hasSurrogates;
  private final Parser events;

  private YamlReader(String text) {
    this.text = text;
    this.hasSurrogates = text.chars().anyMatch(c -> Character.isSurrogate((char) c));
    var options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    this.events = new ParserImpl(new StreamReader(text), options);
  }

  /**
   * The document; empty when the text holds none.
   *
   * @throws YamlSyntaxException when it is no YAML or holds several documents
   */
  static Optional<YamlNode> read(String text) {
    try {
      return new YamlReader(text).document();
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      throw new YamlSyntaxException(mark == null ? 1 : mark.getLine() + 1, reason(e));
    } catch (YAMLException e) {
      throw new YamlSyntaxException(1, String.valueOf(e.getMessage()));
    }
  }

  private static String reason(MarkedYAMLException e) {
    return e.getProblem() == null ? "not YAML" : e.getProblem();
  }

  private Optional<YamlNode> document() {
    Optional<YamlNode> document = Optional.empty();
    while (!events.checkEvent(Event.ID.StreamEnd)) {
      Event event = events.getEvent();
      if (event instanceof DocumentStartEvent) {
        if (document.isPresent()) {
          throw new YamlSyntaxException(line(event), "a second document begins");
        }
        document = Optional.of(node(events.getEvent()));
      }
    }
    return document;
  }

  private YamlNode node(Event event) {
    return switch (event) {
      case ScalarEvent scalar -> scalar(scalar);
      case AliasEvent alias -> new Alias(span(alias, alias), alias.getAnchor());
      case SequenceStartEvent start -> sequence(start);
      case MappingStartEvent start -> mapping(start);
      default -> throw new YamlSyntaxException(line(event), "unexpected " + event);
    };
  }

  private Scalar scalar(ScalarEvent event) {
    ScalarStyle style = event.getScalarStyle();
    return new Scalar(
        span(event, event),
        event.getValue(),
        switch (style) {
          case PLAIN, JSON_SCALAR_STYLE -> Style.PLAIN;
          case SINGLE_QUOTED -> Style.SINGLE_QUOTED;
          case DOUBLE_QUOTED -> Style.DOUBLE_QUOTED;
          case LITERAL, FOLDED -> Style.BLOCK;
        });
  }

  private Sequence sequence(SequenceStartEvent start) {
    List<YamlNode> items = new ArrayList<>();
    Event next = events.getEvent();
    while (!(next instanceof SequenceEndEvent)) {
      items.add(node(next));
      next = events.getEvent();
    }
    return new Sequence(span(start, next), start.getFlowStyle() == FlowStyle.FLOW, items);
  }

  private Mapping mapping(MappingStartEvent start) {
    List<Pair> pairs = new ArrayList<>();
    Event next = events.getEvent();
    while (!(next instanceof MappingEndEvent)) {
      pairs.add(pair(next, pairs));
      next = events.getEvent();
    }
    return new Mapping(span(start, next), start.getFlowStyle() == FlowStyle.FLOW, pairs);
  }

  private Pair pair(Event key, List<Pair> before) {
    if (!(node(key) instanceof Scalar name)) {
      throw new YamlSyntaxException(line(key), "a key that is no text");
    }
    if (before.stream().anyMatch(pair -> pair.key().value().equals(name.value()))) {
      throw new YamlSyntaxException(line(key), "the key \"" + name.value() + "\" is there twice");
    }
    return new Pair(name, node(events.getEvent()));
  }

  private Span span(Event first, Event last) {
    return new Span(index(first.getStartMark()), index(last.getEndMark()), line(first));
  }

  /** The parser counts code points. */
  private int index(Mark mark) {
    return hasSurrogates ? text.offsetByCodePoints(0, mark.getIndex()) : mark.getIndex();
  }

  private static int line(Event event) {
    return event.getStartMark().getLine() + 1;
  }
}
