package dev.coracle.launcher.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.gui.Library;
import java.util.List;
import org.junit.jupiter.api.Test;

class BundledLibrariesTest {

  @Test
  void everyLibraryHasALicence() {
    List<Library> libraries = BundledLibraries.read();

    assertThat(libraries).extracting(Library::name).contains("AtlantaFX Base", "picocli");
    assertThat(libraries).hasSizeGreaterThan(20);
    assertThat(libraries)
        .allSatisfy(
            library -> {
              assertThat(library.licence()).as(library.name()).isNotBlank();
              assertThat(library.licence())
                  .as(library.name())
                  .doesNotContainIgnoringCase("unknown");
            });
  }

  @Test
  void whatOnlyTestsNeedIsNotInside() {
    assertThat(BundledLibraries.read())
        .extracting(Library::name)
        .noneMatch(name -> name.contains("JUnit") || name.contains("AssertJ"));
  }
}
