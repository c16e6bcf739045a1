import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Gives a jar's classes the class file version of this JVM. The ahead-of-time cache takes no classes
 * that are older than Java 6, and picocli's are: loading them would be a third of a short command's
 * time. The code stays the same; only stack maps are added, which newer classes must have.
 *
 * <p>Usage: {@code java ModernizeJar.java JAR}
 */
public final class ModernizeJar {

  public static void main(String... arguments) throws IOException {
    Path jar = Path.of(arguments[0]);
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()});
        FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
      ClassFile classFile = writer(loader);
      for (Path file : classes(files)) {
        Files.write(file, modernize(classFile, Files.readAllBytes(file)));
      }
    }
  }

  private static ClassFile writer(ClassLoader loader) {
    return ClassFile.of(
        StackMapsOption.GENERATE_STACK_MAPS,
        ClassFile.ClassHierarchyResolverOption.of(
            ClassHierarchyResolver.ofResourceParsing(loader)
                .orElse(ClassHierarchyResolver.defaultResolver())));
  }

  private static List<Path> classes(FileSystem files) throws IOException {
    try (Stream<Path> all = Files.walk(files.getPath("/"))) {
      return all.filter(it -> it.toString().endsWith(".class"))
          .filter(it -> !it.endsWith("module-info.class"))
          .toList();
    }
  }

  /** Taking every method's code apart and together again is what makes the stack maps. */
  private static byte[] modernize(ClassFile classFile, byte[] bytes) {
    ClassTransform code = ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL);
    ClassTransform version =
        ClassTransform.ACCEPT_ALL.andThen(
            ClassTransform.endHandler(
                builder -> builder.withVersion(ClassFile.latestMajorVersion(), 0)));
    return classFile.transformClass(classFile.parse(bytes), code.andThen(version));
  }
}
