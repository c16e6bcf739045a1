package dev.coracle.launcher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.coracle.launcher.host.Interrupts;
import dev.coracle.launcher.output.Console;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

/** What the compiler cannot say about the whole application, seen from its top. */
class ArchitectureTest {

  private static JavaClasses all;

  @BeforeAll
  static void importClasses() {
    all =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.coracle");
  }

  @Test
  void onlyTheLauncherSpeaksToTheUserAndEndsTheProcess() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.coracle.launcher..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .because("front ends own the console; a library reports by records and problems")
        .check(all);
  }

  @Test
  void theStreamsAreTakenInOnePlaceAndTheProcessEndsWhereItMay() {
    noClasses()
        .that()
        .resideInAPackage("dev.coracle.launcher..")
        .and()
        .doNotBelongToAnyOf(Console.class)
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .accessField(System.class, "in")
        .because("a test gives commands another console")
        .check(all);
    noClasses()
        .that()
        .doNotBelongToAnyOf(Main.class, Interrupts.class, WindowTraining.class)
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .because("exit codes come from problems, once; a training of the window has none")
        .check(all);
  }

  @Test
  void onlyTheWiringKnowsAdapters() {
    noClasses()
        .that()
        .resideInAPackage("dev.coracle.launcher.*..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.coracle.cluster.engine.docker..",
            "dev.coracle.cluster.local..",
            "com.github.dockerjava..")
        .because("commands are written for any engine; the top package chooses one")
        .check(all);
  }

  @Test
  void partsBelowTheCommandsDoNotKnowThem() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.coracle.launcher.output..",
            "dev.coracle.launcher.host..",
            "dev.coracle.launcher.config..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.coracle.launcher.command..")
        .because("commands use them")
        .check(all);
    slices()
        .matching("dev.coracle.launcher.(*)..")
        .should()
        .beFreeOfCycles()
        .because("each part must be readable without the others")
        .check(all);
  }

  @Test
  void aCommandIsNamedSo() {
    classes()
        .that()
        .areAnnotatedWith(Command.class)
        .and()
        .doNotHaveSimpleName("GlobalOptions")
        .should()
        .haveSimpleNameEndingWith("Command")
        .because("a newcomer finds `coracle cp` in CpCommand")
        .check(all);
  }

  @Test
  void nothingSleeps() {
    noClasses()
        .that()
        .resideInAPackage("dev.coracle.launcher..")
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .callMethod(Thread.class, "sleep", java.time.Duration.class)
        .because("what is waited for can be watched")
        .check(all);
  }
}
