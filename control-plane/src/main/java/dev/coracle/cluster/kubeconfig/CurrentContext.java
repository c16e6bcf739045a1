package dev.coracle.cluster.kubeconfig;

import dev.coracle.cluster.kubeconfig.YamlNode.Mapping;
import java.util.Optional;

/** Which context is the current one, and which comes back when it goes. */
final class CurrentContext {

  private CurrentContext() {}

  /** What the context remembers; of a new one, how the file is before it comes. */
  static Memory memory(KubeconfigSet set, String name) {
    Optional<Mapping> context = set.find(Section.CONTEXTS, name);
    if (context.isPresent()) {
      return Memory.of(context.get());
    }
    return set.createsFile()
        ? Memory.NOTHING.withCreatedFile()
        : Memory.NOTHING.withAddedLists(set.missingLists());
  }

  /** Removes all items of this name; where its context was current, the one before it is again. */
  static void remove(KubeconfigSet set, String name, Optional<String> previous) {
    boolean isCurrent = set.currentContext().equals(name);
    set.remove(name);
    forget(set, name, previous);
    if (isCurrent) {
      set.replaceCurrent(previous.map(old -> existing(set, old)));
    }
  }

  /** Makes a context current and lets it remember what was so before. */
  static void select(KubeconfigSet set, String name) {
    if (set.currentContext().equals(name)) {
      return;
    }
    Mapping context = set.find(Section.CONTEXTS, name).orElse(Mapping.empty());
    Memory memory = Memory.of(context).withPrevious(set.ownCurrentContext());
    set.put(Section.CONTEXTS, memory.into(context));
    set.setCurrent(name);
  }

  /** Whoever remembers a removed context now remembers what came before that. */
  private static void forget(KubeconfigSet set, String name, Optional<String> previous) {
    for (Mapping context : set.contexts()) {
      Memory memory = Memory.of(context);
      if (memory.previousContext().equals(Optional.of(name))) {
        set.put(Section.CONTEXTS, memory.withPrevious(previous).into(context));
      }
    }
  }

  private static String existing(KubeconfigSet set, String context) {
    return set.find(Section.CONTEXTS, context).isPresent() ? context : "";
  }
}
