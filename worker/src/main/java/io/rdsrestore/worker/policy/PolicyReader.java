package io.rdsrestore.worker.policy;

import io.rdsrestore.workflows.policy.Forbidden;
import io.rdsrestore.workflows.policy.Policy;
import io.rdsrestore.workflows.policy.PolicyRule;
import io.rdsrestore.workflows.policy.PolicyScope;
import io.rdsrestore.workflows.request.JsonField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rules by name. Notes every problem under its field. */
final class PolicyReader {
  private static final int LONGEST = 300;
  private static final int MOST_RULES = 200;
  private static final BigDecimal MOST_COST = BigDecimal.valueOf(1_000_000);
  private static final String REQUIRED = "required";
  private static final String NOT_REQUESTER = "notRequester";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");
  private static final Pattern PATTERN = Pattern.compile("[A-Za-z0-9*?_.-]+");

  /** What gets people out of a restore, or on to its end. */
  private static final List<String> ALWAYS_ALLOWED =
      List.of("abort", "withdraw", "pause", "resume", "approve", "retry", "leave", "undo");

  private PolicyReader() {}

  static Policy read(JsonField root) {
    if (!root.isRequiredObject()) {
      return null;
    }
    root.knows("rules");
    List<PolicyRule> rules = new ArrayList<>();
    if (root.child("rules").isRequiredObject()) {
      Map<String, JsonField> all = root.child("rules").children();
      if (all.isEmpty() || all.size() > MOST_RULES) {
        root.child("rules").problem("must be from 1 to %d rules, by name".formatted(MOST_RULES));
      }
      all.forEach((name, field) -> rule(name, field).ifPresent(rules::add));
    }
    return new Policy(List.copyOf(rules));
  }

  private static Optional<PolicyRule> rule(String name, JsonField field) {
    if (!NAME.matcher(name).matches()) {
      field.problem("a name has letters, digits, dots, dashes, at most 64: refusals call it");
    }
    if (!field.isObject()) {
      return Optional.empty();
    }
    field.knows("where", "allow", "maxCost", "approval", "approver", "forbid", "because");
    boolean says =
        List.of("allow", "maxCost", "approval", "approver", "forbid").stream()
            .anyMatch(each -> !field.child(each).isAbsent());
    if (!says) {
      field.problem(
          "it refuses nothing: say allow, maxCost, approval, approver or forbid, at least one");
    }
    return Optional.of(
        new PolicyRule(
            name,
            scope(field.child("where")),
            scope(field.child("allow")),
            field.child("maxCost").amount(MOST_COST).orElse(null),
            word(field.child("approval"), REQUIRED),
            word(field.child("approver"), NOT_REQUESTER),
            field.child("forbid").elements().stream()
                .flatMap(each -> forbidden(each).stream())
                .toList(),
            field.child("because").text(LONGEST).orElse(null)));
  }

  private static boolean word(JsonField field, String only) {
    Optional<String> text = field.text(LONGEST);
    text.filter(word -> !word.equals(only))
        .ifPresent(word -> field.problem("must be %s, or left out".formatted(only)));
    return text.isPresent();
  }

  private static Optional<Forbidden> forbidden(JsonField field) {
    Optional<String> text = field.requiredText(LONGEST);
    Optional<Forbidden> found =
        text.flatMap(
            word ->
                Arrays.stream(Forbidden.values())
                    .filter(each -> each.word().equals(word))
                    .findFirst());
    if (text.isPresent() && found.isEmpty()) {
      field.problem(
          ALWAYS_ALLOWED.contains(text.get())
              ? "%s cannot be forbidden: nobody may be stuck in a restore".formatted(text.get())
              : "must be one of "
                  + Arrays.stream(Forbidden.values())
                      .map(Forbidden::word)
                      .collect(Collectors.joining(", ")));
    }
    return found;
  }

  private static PolicyScope scope(JsonField field) {
    if (!field.isObject()) {
      return null;
    }
    field.knows("regions", "instances", "tags");
    PolicyScope scope =
        new PolicyScope(
            patterns(field.child("regions")),
            patterns(field.child("instances")),
            tags(field.child("tags")));
    if (field.children().isEmpty()) {
      field.problem("is empty: say regions, instances or tags, or leave it out");
    }
    return scope;
  }

  private static List<String> patterns(JsonField field) {
    return field.isAbsent()
        ? null
        : field.texts(LONGEST, PATTERN, "must be an id, with * for any characters and ? for one");
  }

  private static Map<String, String> tags(JsonField field) {
    if (field.isAbsent()) {
      return null;
    }
    Map<String, String> tags = new TreeMap<>();
    Map<String, JsonField> all = field.children();
    if (all.isEmpty()) {
      field.problem("must be patterns of values by key, like {\"env\": \"prod*\"}");
    }
    all.forEach(
        (key, value) -> value.requiredText(LONGEST).ifPresent(pattern -> tags.put(key, pattern)));
    return tags;
  }
}
