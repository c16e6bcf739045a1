package dev.coracle.cluster.image;

import static dev.coracle.cluster.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.Problem;
import dev.coracle.cluster.engine.InMemoryEngine;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFileTest {

  @TempDir Path folder;
  private final InMemoryEngine engine = new InMemoryEngine();
  private final ImageFile file = new ImageFile(engine.images());

  @Test
  void whatWasSavedCanBeLoaded() {
    engine.images().put("node:1", Map.of());
    Path saved = file.save("node:1", folder.resolve("node.tar"));
    engine.images().remove("node:1");

    assertThat(file.load(saved, _ -> {})).containsExactly("node:1");
    assertThat(folder).isDirectoryContaining(path -> path.equals(saved));
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Problem problem = problemOf(() -> file.load(folder.resolve("none.tar"), _ -> {}));

    assertThat(problem.code()).isEqualTo(Problem.Code.IMAGE_LOAD_FAILED);
    assertThat(problem.summary())
        .endsWith("none.tar\" cannot be read: there is no such file or folder.");
  }

  @Test
  void aFolderIsNotSentToTheEngine() {
    Problem problem = problemOf(() -> file.load(folder, _ -> {}));

    assertThat(problem.code()).isEqualTo(Problem.Code.IMAGE_LOAD_FAILED);
    assertThat(problem.summary()).contains("is a folder");
    assertThat(engine.script().calls()).noneMatch(call -> call.startsWith("images.load"));
  }

  @Test
  void aFileThatCannotBeWrittenLeavesNothing() {
    engine.images().put("node:1", Map.of());

    Problem problem = problemOf(() -> file.save("node:1", folder.resolve("none/node.tar")));

    assertThat(problem.summary()).contains("cannot be written");
    assertThat(folder).isEmptyDirectory();
  }
}
