package dev.coracle.cluster.kubeconfig;

import dev.coracle.cluster.kubeconfig.YamlNode.Mapping;
import dev.coracle.cluster.kubeconfig.YamlNode.Sequence;
import dev.coracle.cluster.kubeconfig.YamlNode.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a context of ours remembers, as an extension that kubectl keeps, so that its removal can
 * leave things as they were.
 *
 * @param previousContext what current-context was in that file; empty: the key was not there
 * @param createdFile whether the file was not there
 * @param addedLists keys of lists that were not there
 */
record Memory(Optional<String> previousContext, boolean createdFile, List<String> addedLists) {

  static final Memory NOTHING = new Memory(Optional.empty(), false, List.of());

  private static final String NAME = "coracle.dev";
  private static final String EXTENSIONS = "extensions";
  private static final String PREVIOUS = "previous-context";
  private static final String CREATED = "created-file";
  private static final String ADDED = "added-lists";

  Memory {
    addedLists = List.copyOf(addedLists);
  }

  /** What this item of {@code contexts} remembers. */
  static Memory of(Mapping item) {
    for (YamlNode extension : item.mapping("context").items(EXTENSIONS)) {
      if (extension instanceof Mapping mapping && mapping.text("name").equals(NAME)) {
        Mapping memory = mapping.mapping("extension");
        return new Memory(
            memory.find(PREVIOUS).map(_ -> memory.text(PREVIOUS)),
            memory.find(CREATED).isPresent(),
            Arrays.stream(memory.text(ADDED).split(" ", -1)).filter(l -> !l.isEmpty()).toList());
      }
    }
    return NOTHING;
  }

  Memory withPrevious(Optional<String> context) {
    return new Memory(context, createdFile, addedLists);
  }

  Memory withCreatedFile() {
    return new Memory(previousContext, true, addedLists);
  }

  Memory withAddedLists(List<String> keys) {
    return new Memory(previousContext, createdFile, keys);
  }

  /** The item with this memory in place of an older one. */
  Mapping into(Mapping item) {
    Mapping context = item.mapping("context");
    List<YamlNode> extensions = new ArrayList<>(context.items(EXTENSIONS));
    extensions.removeIf(node -> node instanceof Mapping m && m.text("name").equals(NAME));
    if (!equals(NOTHING)) {
      extensions.add(Mapping.empty().with("extension", fields()).with("name", NAME));
    }
    return item.with(
        "context",
        extensions.isEmpty()
            ? context.without(EXTENSIONS)
            : context.with(EXTENSIONS, new Sequence(Span.NOWHERE, false, extensions)));
  }

  private Mapping fields() {
    Mapping fields = Mapping.empty();
    if (previousContext.isPresent()) {
      fields = fields.with(PREVIOUS, previousContext.get());
    }
    if (!addedLists.isEmpty()) {
      fields = fields.with(ADDED, String.join(" ", addedLists));
    }
    return createdFile ? fields.with(CREATED, "yes") : fields;
  }
}
