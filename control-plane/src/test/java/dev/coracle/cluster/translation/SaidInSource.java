package dev.coracle.cluster.translation;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The sentences of problems that source code holds, each gap filled with {@code x}. */
final class SaidInSource extends TreeScanner<Set<String>, Set<String>> {

  private static final Pattern OF_PROBLEMS =
      Pattern.compile(
          "(Problem\\.of|new Problem|NodeImageException|BareNodes\\.refuse|Values\\.invalid)\\("
              + "|enum BuildAdvice|class DockerInstallation");

  private static final Pattern SENTENCE =
      Pattern.compile("([A-Z\"`x-]\\S*|containerd|etcd) .*(\\.|: x)");

  private static final Pattern GAP = Pattern.compile("%(\\d\\$)?[sd]");

  private SaidInSource() {}

  /** Every source file below a folder. */
  static List<Path> files(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  /** What is said in files that make problems or give them words. */
  static Set<String> ofProblems(Path root) throws IOException {
    Set<String> sentences = new TreeSet<>();
    for (Path file : files(root)) {
      if (OF_PROBLEMS.matcher(Files.readString(file)).find()) {
        read(file, sentences);
      }
    }
    return sentences;
  }

  private static void read(Path file, Set<String> sentences) throws IOException {
    JavaCompiler java = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files =
        java.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      var task = java.getTask(null, files, null, null, null, files.getJavaFileObjects(file));
      new SaidInSource().scan(((JavacTask) task).parse(), sentences);
    }
  }

  @Override
  public Set<String> visitLiteral(LiteralTree tree, Set<String> sentences) {
    return add(tree, sentences);
  }

  @Override
  public Set<String> visitBinary(BinaryTree tree, Set<String> sentences) {
    return tree.getKind() == Tree.Kind.PLUS
        ? add(tree, sentences)
        : super.visitBinary(tree, sentences);
  }

  @Override
  public Set<String> visitMethodInvocation(MethodInvocationTree tree, Set<String> sentences) {
    return formatted(tree).isPresent()
        ? add(tree, sentences)
        : super.visitMethodInvocation(tree, sentences);
  }

  private static Set<String> add(Tree tree, Set<String> sentences) {
    String text = GAP.matcher(text(tree)).replaceAll("x");
    if (SENTENCE.matcher(text).matches()) {
      sentences.add(text);
    }
    return sentences;
  }

  /** A text as it is put together. */
  private static String text(Tree tree) {
    return switch (tree) {
      case LiteralTree it -> String.valueOf(it.getValue());
      case BinaryTree it -> text(it.getLeftOperand()) + text(it.getRightOperand());
      case ParenthesizedTree it -> text(it.getExpression());
      case MethodInvocationTree it -> formatted(it).map(SaidInSource::text).orElse("x");
      default -> "x";
    };
  }

  /** What is formatted here, if that is done here. */
  private static Optional<ExpressionTree> formatted(MethodInvocationTree call) {
    return call.getMethodSelect() instanceof MemberSelectTree select
            && select.getIdentifier().contentEquals("formatted")
        ? Optional.of(select.getExpression())
        : Optional.empty();
  }
}
