package dev.coracle.cluster.kubeconfig;

import dev.coracle.cluster.kubeconfig.YamlNode.Mapping;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** All kubeconfig files together, as kubectl merges them: the first to say something wins. */
final class KubeconfigSet {

  private static final String CURRENT = "current-context";

  private final List<KubeconfigFile> files;
  private final KubeconfigFile destination;
  private boolean removesBlankFiles;

  private KubeconfigSet(List<KubeconfigFile> files, KubeconfigFile destination) {
    this.files = files;
    this.destination = destination;
  }

  /** Reads them all. */
  static KubeconfigSet read(KubeconfigPaths paths) {
    Path destination = paths.destination();
    List<KubeconfigFile> files = paths.all().stream().map(KubeconfigFile::read).toList();
    return new KubeconfigSet(
        files, files.stream().filter(f -> f.path().equals(destination)).findFirst().orElseThrow());
  }

  /** The context that kubectl uses; empty if there is none. */
  String currentContext() {
    return holderOfCurrent().map(file -> file.text().root().text(CURRENT)).orElse("");
  }

  private Optional<KubeconfigFile> holderOfCurrent() {
    return files.stream().filter(f -> !f.text().root().text(CURRENT).isEmpty()).findFirst();
  }

  /** The item of this name that counts. */
  Optional<Mapping> find(Section section, String name) {
    return files.stream().flatMap(file -> file.text().find(section, name).stream()).findFirst();
  }

  /** Every item of {@code contexts}. */
  List<Mapping> contexts() {
    return files.stream()
        .flatMap(file -> file.text().root().items(Section.CONTEXTS.key()).stream())
        .filter(Mapping.class::isInstance)
        .map(Mapping.class::cast)
        .toList();
  }

  /** Changes the item of this name where it stands, or adds it where kubectl would. */
  void put(Section section, Mapping item) {
    holder(section, item.text("name")).change(text -> text.put(section, item));
  }

  /** The file where the item of this name stands, or where kubectl would add it. */
  KubeconfigFile holder(Section section, String name) {
    return files.stream()
        .filter(file -> file.text().find(section, name).isPresent())
        .findFirst()
        .orElse(destination);
  }

  /** The lists that the file for new entries lacks. */
  List<String> missingLists() {
    Mapping root = destination.text().root();
    return Arrays.stream(Section.values())
        .map(Section::key)
        .filter(key -> root.find(key).isEmpty())
        .toList();
  }

  /** Removes every item of this name from every list of every file. */
  void remove(String name) {
    for (KubeconfigFile file : files) {
      for (Section section : Section.values()) {
        if (file.text().find(section, name).isPresent()) {
          file.change(text -> text.remove(section, name));
        }
      }
    }
  }

  /** What the file says itself into which {@link #setCurrent} writes; empty: nothing. */
  Optional<String> ownCurrentContext() {
    Mapping root = destination.text().root();
    return root.find(CURRENT).map(_ -> root.text(CURRENT));
  }

  /** Makes a context the one that kubectl uses, as kubectl does it. */
  void setCurrent(String context) {
    destination.change(text -> text.set(CURRENT, context));
  }

  /** Puts something else, or nothing, where the current context stands now. */
  void replaceCurrent(Optional<String> context) {
    holderOfCurrent()
        .ifPresent(
            file ->
                file.change(
                    text ->
                        context.isPresent()
                            ? text.set(CURRENT, context.get())
                            : text.unset(CURRENT)));
  }

  /** Whether the file for new entries is not there yet. */
  boolean createsFile() {
    return !destination.exists();
  }

  /** Lets {@link #save} remove a file that says nothing any more. */
  void removeBlankFiles() {
    removesBlankFiles = true;
  }

  /** Fails as {@link #save} would, but writes nothing. */
  void requireWritable() {
    for (KubeconfigFile file : requireSafe()) {
      try {
        file.requireWritable();
      } catch (IOException e) {
        throw KubeconfigProblems.readOnly(file.path(), e);
      }
    }
  }

  /** The files that changed, of which each may be written. */
  private List<KubeconfigFile> requireSafe() {
    List<KubeconfigFile> changed = files.stream().filter(KubeconfigFile::isChanged).toList();
    for (KubeconfigFile file : changed) {
      if (!SafetyCheck.isSafe(file.original(), file.text())) {
        throw KubeconfigProblems.unsafe(file.path());
      }
    }
    return changed;
  }

  /** Writes the files that changed, all or none. */
  void save() {
    List<KubeconfigFile> changed = requireSafe();
    List<KubeconfigFile> written = new ArrayList<>();
    for (KubeconfigFile file : changed) {
      write(file, written);
      written.add(file);
    }
  }

  private void write(KubeconfigFile file, List<KubeconfigFile> writtenBefore) {
    try {
      if (removesBlankFiles && SafetyCheck.isBlank(file.text())) {
        file.remove();
      } else {
        file.write();
      }
    } catch (IOException e) {
      writtenBefore.forEach(KubeconfigSet::restore);
      throw KubeconfigProblems.readOnly(file.path(), e);
    }
  }

  private static void restore(KubeconfigFile file) {
    try {
      file.restore();
    } catch (IOException e) {
      throw KubeconfigProblems.readOnly(file.path(), e);
    }
  }
}
