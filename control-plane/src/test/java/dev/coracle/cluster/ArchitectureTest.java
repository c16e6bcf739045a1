package dev.coracle.cluster;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.coracle.cluster.thread.BlockingThreads;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the modules' declarations cannot say. */
class ArchitectureTest {

  private static final JavaClasses CLASSES = ourClasses();

  /** The packages below the local cluster service's own, each on top of those before it. */
  private static final List<String> LAYERS =
      List.of(
          "step",
          "parts",
          "observation",
          "node",
          "network",
          "stop",
          "upgrade",
          "start",
          "member",
          "snapshot");

  /** Without the libraries' classes: the rules need only their names, and reading them is slow. */
  private static JavaClasses ourClasses() {
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages("dev.coracle.cluster");
  }

  @Test
  void onlyTheDockerAdapterKnowsDockerJava() {
    noClasses()
        .that(resideOutsideOfPackage("..cluster.engine.docker.."))
        .should()
        .dependOnClassesThat(resideInAPackage("com.github.dockerjava.."))
        .because("everything else speaks to the port, and can be tested on the engine in memory")
        .check(CLASSES);
  }

  @Test
  void oneClassKnowsOshi() {
    noClasses()
        .that()
        .haveNameNotMatching(".*\\.OshiCounters")
        .should()
        .dependOnClassesThat(resideInAPackage("oshi.."))
        .because("it takes half a second to load, which only graphs are worth")
        .check(CLASSES);
  }

  @Test
  void theLibraryKnowsNoWindows() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx..", "java.awt..", "javax.swing..")
        .because("the command line runs on machines without a display")
        .check(CLASSES);
  }

  @Test
  void oneClassMakesThreads() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(BlockingThreads.class)
        .should()
        .callConstructor(Thread.class)
        .orShould()
        .callConstructor(Thread.class, Runnable.class)
        .orShould()
        .callConstructor(Thread.class, Runnable.class, String.class)
        .orShould()
        .callMethod(Thread.class, "ofPlatform")
        .orShould()
        .callMethod(Executors.class, "newVirtualThreadPerTaskExecutor")
        .because("virtual threads that wait for a socket delay the end of every command")
        .check(CLASSES);
  }

  @Test
  void onlyEnginesThatAreNotAtUnixSocketsNeedVirtualThreads() {
    noClasses()
        .that()
        .haveNameNotMatching(".*\\.DockerEndpoint")
        .should()
        .callMethod(Thread.class, "ofVirtual")
        .because("virtual threads that wait for a socket delay the end of every command")
        .check(CLASSES);
  }

  @Test
  void onlyAWaitWithADeadlineSleeps() {
    noClasses()
        .that()
        .haveNameNotMatching(".*\\.(Deadline|Waits|KubeconfigLock)")
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .callMethod(Thread.class, "sleep", java.time.Duration.class)
        .because("what can be watched is watched; other waits have a deadline in a wait helper")
        .check(CLASSES);
  }

  @Test
  void theLibraryLeavesStandardOutputToTheFrontEnds() {
    noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .because("a window uses this library too")
        .check(CLASSES);
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices()
        .matching("dev.coracle.cluster.(**)")
        .should()
        .beFreeOfCycles()
        .because("a newcomer reads packages one after the other")
        .check(CLASSES);
  }

  @Test
  void theLocalClusterServiceIsBuiltInLayers() {
    for (int i = 0; i < LAYERS.size(); i++) {
      noClasses()
          .that()
          .resideInAPackage(layer(LAYERS.get(i)))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(above(i))
          .because("a newcomer reads it from the bottom up")
          .check(CLASSES);
    }
  }

  private static String layer(String name) {
    return "dev.coracle.cluster.local." + name;
  }

  private static String[] above(int index) {
    return Stream.concat(
            LAYERS.stream().skip(index + 1).map(ArchitectureTest::layer),
            Stream.of("dev.coracle.cluster.local"))
        .toArray(String[]::new);
  }

  @Test
  void theLocalClusterServiceIsEnteredByItsDoors() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.coracle.cluster.local..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.coracle.cluster.local.*..")
        .because("its packages are public for each other only")
        .check(CLASSES);
  }
}
