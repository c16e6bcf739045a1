package dev.coracle.gui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.coracle.gui.async.FxScheduler;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses WINDOW =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.coracle.gui");

  @Test
  void viewModelsKnowNoScene() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("ViewModel")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx.scene..", "javafx.stage..", "atlantafx..")
        .because("they are tested without a toolkit and drawn by whoever likes")
        .check(WINDOW);
  }

  @Test
  void oneClassSpeaksToTheJavaFxThread() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(FxScheduler.class)
        .should()
        .callMethod(Platform.class, "runLater", Runnable.class)
        .because("bursts are drawn at once only when they all pass the same gate")
        .check(WINDOW);
  }

  @Test
  void theWindowKnowsNeitherEngineNorKubernetesClient() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.github.dockerjava..", "dev.coracle.cluster.engine..", "java.awt..")
        .because("it draws what the library tells")
        .check(WINDOW);
  }

  @Test
  void nothingWaitsByItsOwnThread() {
    noClasses()
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .callConstructor(Thread.class, Runnable.class)
        .because("blocking work belongs to Background")
        .check(WINDOW);
  }

  @Test
  void pagesDoNotDependOnEachOtherInCircles() {
    slices()
        .matching("dev.coracle.gui.(*)..")
        .should()
        .beFreeOfCycles()
        .because("a page can be read alone")
        .check(WINDOW);
  }
}
