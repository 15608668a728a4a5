package io.rdsrestore.worker.language;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import io.rdsrestore.worker.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** All texts of the sources that may reach a person, as the compiler reads them. */
final class SourceReader extends TreeScanner<Void, Void> {
  /** Annotations whose texts are the pages of {@code --help}. */
  private static final Set<String> HELP =
      Set.of("Command", "Option", "Parameters", "ArgGroup", "CommandLine.Command");

  /** Mistakes of a program: nobody is shown their message but who reads a stack trace. */
  private static final Set<String> MISTAKES =
      Set.of(
          "IllegalStateException",
          "AssertionError",
          "IOException",
          "NullPointerException",
          "UncheckedIOException",
          "UnsupportedOperationException");

  /** Of a line in a worker's log. */
  private static final Set<String> LEVELS = Set.of("trace", "debug", "info", "warn", "error");

  /** What is looked for in somebody else's text, and columns of a database's answer. */
  private static final Set<String> NOT_SAID =
      Set.of(
          "startsWith",
          "endsWith",
          "contains",
          // What a metric means.
          "description",
          "equals",
          "indexOf",
          "getString",
          "compile",
          "requireNonNull");

  private final CompilationUnitTree unit;
  private final Trees trees;
  private final String file;
  private final List<SourceText> texts = new ArrayList<>();

  private SourceReader(CompilationUnitTree unit, Trees trees, String file) {
    this.unit = unit;
    this.trees = trees;
    this.file = file;
  }

  /** Those of the main code of modules. */
  static List<SourceText> ofModules(String... modules) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String module : modules) {
      try (Stream<Path> all =
          Files.walk(Project.folder().resolve(module).resolve("src/main/java"))) {
        all.filter(path -> path.toString().endsWith(".java")).sorted().forEach(files::add);
      }
    }
    return of(files);
  }

  static List<SourceText> of(List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<SourceText> texts = new ArrayList<>();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      Trees trees = Trees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        Path path = Path.of(unit.getSourceFile().toUri());
        String file = Project.folder().relativize(path).toString();
        SourceReader reader = new SourceReader(unit, trees, file);
        reader.scan(unit, null);
        texts.addAll(reader.texts);
      }
    }
    return texts;
  }

  @Override
  public Void visitAnnotation(AnnotationTree annotation, Void unused) {
    return HELP.contains(annotation.getAnnotationType().toString())
        ? super.visitAnnotation(annotation, null)
        : null;
  }

  @Override
  public Void visitNewClass(NewClassTree made, Void unused) {
    return MISTAKES.contains(made.getIdentifier().toString())
        ? null
        : super.visitNewClass(made, null);
  }

  /** What a debugger shows. */
  @Override
  public Void visitMethod(MethodTree method, Void unused) {
    return method.getName().contentEquals("toString") ? null : super.visitMethod(method, null);
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
    if (!(call.getMethodSelect() instanceof MemberSelectTree method)) {
      return super.visitMethodInvocation(call, null);
    }
    String receiver = method.getExpression().toString();
    String name = method.getIdentifier().toString();
    if (NOT_SAID.contains(name) || (receiver.equals("log") && LEVELS.contains(name))) {
      return scan(method, null);
    }
    return SourceForms.isText(call) ? said(call) : super.visitMethodInvocation(call, null);
  }

  @Override
  public Void visitBinary(BinaryTree sum, Void unused) {
    return SourceForms.isText(sum) ? said(sum) : super.visitBinary(sum, null);
  }

  @Override
  public Void visitLiteral(LiteralTree literal, Void unused) {
    return SourceForms.isText(literal) ? said(literal) : null;
  }

  private Void said(ExpressionTree text) {
    SourceForms.of(text).forEach(form -> add(text, form));
    SourceForms.fillings(text).forEach(filling -> scan(filling, null));
    return null;
  }

  private void add(Tree tree, String form) {
    long line =
        unit.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(unit, tree));
    texts.add(new SourceText(file + ":" + line, form));
  }
}
