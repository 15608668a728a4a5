package io.rdsrestore.worker.language;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What an expression of texts may come to: literals joined, formats filled, both branches of a
 * choice; what only runtime knows is a hole.
 */
final class SourceForms {
  private static final String HOLE = Character.toString(SourceText.HOLE);

  private static final int MOST_CONDITIONS = 5;

  /** What {@code formatted} fills. */
  private static final Pattern CONVERSION =
      Pattern.compile("%(?:\\d+\\$)?[-,+#0]*\\d*(?:\\.\\d+)?[sdfnx]|%%");

  private final Set<String> holding;
  private final boolean plural;

  /** In a world where some conditions hold, of those there are. */
  private SourceForms(Set<String> holding, List<String> conditions) {
    this.holding = holding;
    plural = conditions.stream().anyMatch(each -> each.contains("== 1") && !holding.contains(each));
  }

  /** Whether there is a literal in it. */
  static boolean isText(ExpressionTree tree) {
    return switch (tree.getKind()) {
      case STRING_LITERAL -> true;
      case PARENTHESIZED -> isText(inner(tree));
      case PLUS -> isText(left(tree)) || isText(right(tree));
      case CONDITIONAL_EXPRESSION -> isText(whenTrue(tree)) || isText(whenFalse(tree));
      case METHOD_INVOCATION -> format(tree) != null || isCounted(tree);
      default -> false;
    };
  }

  /** All forms: a condition that stands in it twice is decided once. */
  static List<String> of(ExpressionTree tree) {
    List<String> conditions = conditions(tree).distinct().limit(MOST_CONDITIONS).toList();
    return IntStream.range(0, 1 << conditions.size())
        .mapToObj(
            world ->
                new SourceForms(
                        conditions.stream()
                            .filter(each -> (world >> conditions.indexOf(each) & 1) == 0)
                            .collect(Collectors.toSet()),
                        conditions)
                    .form(tree))
        .distinct()
        .toList();
  }

  private static Stream<String> conditions(ExpressionTree tree) {
    if (!isText(tree)) {
      return Stream.empty();
    }
    return switch (tree.getKind()) {
      case PARENTHESIZED -> conditions(inner(tree));
      case PLUS -> Stream.concat(conditions(left(tree)), conditions(right(tree)));
      case CONDITIONAL_EXPRESSION ->
          Stream.of(
                  Stream.of(condition(tree)),
                  conditions(whenTrue(tree)),
                  conditions(whenFalse(tree)))
              .flatMap(each -> each);
      case METHOD_INVOCATION ->
          isCounted(tree)
              ? conditions(noun(tree))
              : Stream.concat(Stream.of(format(tree)), arguments(tree).stream())
                  .flatMap(SourceForms::conditions);
      default -> Stream.empty();
    };
  }

  private String form(ExpressionTree tree) {
    if (!isText(tree)) {
      return HOLE;
    }
    return switch (tree.getKind()) {
      case STRING_LITERAL -> (String) ((LiteralTree) tree).getValue();
      case PARENTHESIZED -> form(inner(tree));
      case PLUS -> form(left(tree)) + form(right(tree));
      case CONDITIONAL_EXPRESSION ->
          form(holding.contains(condition(tree)) ? whenTrue(tree) : whenFalse(tree));
      default ->
          isCounted(tree)
              ? HOLE + " " + form(noun(tree)) + (plural ? "s" : "")
              : filled(form(format(tree)), arguments(tree));
    };
  }

  /** What fills its holes, where it may have texts of its own. */
  static List<ExpressionTree> fillings(ExpressionTree tree) {
    if (!isText(tree)) {
      return List.of(tree);
    }
    return switch (tree.getKind()) {
      case STRING_LITERAL -> List.of();
      case PARENTHESIZED -> fillings(inner(tree));
      case PLUS -> union(fillings(left(tree)), fillings(right(tree)));
      case CONDITIONAL_EXPRESSION ->
          union(
              List.of(((ConditionalExpressionTree) tree).getCondition()),
              union(fillings(whenTrue(tree)), fillings(whenFalse(tree))));
      default -> {
        if (isCounted(tree)) {
          yield List.of(arguments(tree).get(0));
        }
        List<ExpressionTree> all = new ArrayList<>(fillings(format(tree)));
        arguments(tree).forEach(each -> all.addAll(fillings(each)));
        yield all;
      }
    };
  }

  private String filled(String format, List<? extends ExpressionTree> arguments) {
    Iterator<? extends ExpressionTree> next = arguments.iterator();
    return CONVERSION
        .matcher(format)
        .replaceAll(
            found ->
                switch (found.group()) {
                  case "%%" -> "%";
                  case "%n" -> "\n";
                  default -> Matcher.quoteReplacement(next.hasNext() ? form(next.next()) : HOLE);
                });
  }

  private static <T> List<T> union(List<? extends T> one, List<? extends T> other) {
    List<T> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }

  private static ExpressionTree inner(ExpressionTree tree) {
    return ((ParenthesizedTree) tree).getExpression();
  }

  private static ExpressionTree left(ExpressionTree tree) {
    return ((BinaryTree) tree).getLeftOperand();
  }

  private static ExpressionTree right(ExpressionTree tree) {
    return ((BinaryTree) tree).getRightOperand();
  }

  private static ExpressionTree whenTrue(ExpressionTree tree) {
    return ((ConditionalExpressionTree) tree).getTrueExpression();
  }

  private static ExpressionTree whenFalse(ExpressionTree tree) {
    return ((ConditionalExpressionTree) tree).getFalseExpression();
  }

  private static String condition(ExpressionTree tree) {
    return ((ConditionalExpressionTree) tree).getCondition().toString();
  }

  private static List<? extends ExpressionTree> arguments(ExpressionTree call) {
    return ((MethodInvocationTree) call).getArguments();
  }

  /** What {@code formatted} is called on; null if something else is called. */
  private static ExpressionTree format(ExpressionTree tree) {
    return ((MethodInvocationTree) tree).getMethodSelect() instanceof MemberSelectTree method
            && method.getIdentifier().contentEquals("formatted")
            && isText(method.getExpression())
        ? method.getExpression()
        : null;
  }

  /** {@code Counted.of(3, "row")}. */
  private static boolean isCounted(ExpressionTree tree) {
    return ((MethodInvocationTree) tree).getMethodSelect().toString().equals("Counted.of")
        && isText(noun(tree));
  }

  private static ExpressionTree noun(ExpressionTree counted) {
    return arguments(counted).get(1);
  }
}
