package dev.coracle.gui.shell;

import dev.coracle.gui.files.FilePicker;
import dev.coracle.gui.files.FileQuestion;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.stage.Window;

/** A user who knows which file to choose, or chooses none; what was asked is kept. */
public final class ScriptedFiles implements FilePicker {

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile Optional<Path> answer = Optional.empty();

  /** From now on the user chooses this file. */
  public void choose(String file) {
    answer = Optional.of(Path.of(file));
  }

  /** What was asked, in order, for instance {@code "open File from /home/me/a.tar"}. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public Optional<Path> open(FileQuestion question, Window over) {
    return answer("open", question);
  }

  @Override
  public Optional<Path> save(FileQuestion question, Window over) {
    return answer("save", question);
  }

  private Optional<Path> answer(String verb, FileQuestion question) {
    String begin = question.begin().map(file -> " from " + file).orElse("");
    asked.add(verb + " " + question.title() + begin);
    return answer;
  }
}
