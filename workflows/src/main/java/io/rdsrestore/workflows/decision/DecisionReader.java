package io.rdsrestore.workflows.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.request.NearMiss;
import io.rdsrestore.workflows.request.RequestParts;
import io.rdsrestore.workflows.request.RequestProblem;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads a decision from what somebody sent: leniently, since unknown fields may come from a newer
 * sender, but never guessing an action.
 */
public final class DecisionReader {
  private static final int MOST_PROBLEMS = 5;
  private static final List<String> FIELDS =
      Arrays.stream(Decision.class.getRecordComponents()).map(RecordComponent::getName).toList();

  private DecisionReader() {}

  /**
   * Reads one.
   *
   * @param json the message; empty where a signal came without input
   * @param named the action that the signal's own name says; null where the message must say it
   */
  public static ReadDecision read(byte[] json, Action named) {
    if (json.length > RestoreContract.MAX_DECISION_BYTES) {
      return ReadDecision.problem(
          "it is %d bytes long; a decision has at most %d"
              .formatted(json.length, RestoreContract.MAX_DECISION_BYTES));
    }
    if (json.length == 0) {
      return named == null
          ? ReadDecision.problem("it is empty; " + example())
          : ReadDecision.of(Decision.of(named, null, null, null));
    }
    JsonNode tree;
    try {
      tree = RestoreJson.mapper().readTree(json);
    } catch (IOException e) {
      return ReadDecision.problem("it is not JSON; " + example());
    }
    if (!(tree instanceof ObjectNode object)) {
      return ReadDecision.problem("it is not a JSON object; " + example());
    }
    return read(object, named);
  }

  private static ReadDecision read(ObjectNode object, Action named) {
    JsonNode written = object.remove("action");
    Optional<Action> action =
        written == null ? Optional.ofNullable(named) : byWord(written.asText());
    if (action.isEmpty()) {
      return ReadDecision.problem(
          written == null
              ? "it names no action; " + example()
              : "its action is unknown%s; known are %s"
                  .formatted(
                      NearMiss.question(", ", written.asText(), words()),
                      String.join(", ", words())));
    }
    if (named != null && action.get() != named) {
      return ReadDecision.problem(
          "the signal is named %s and its action is %s"
              .formatted(named.word(), action.get().word()));
    }
    Optional<String> misspelt = misspelt(object);
    if (misspelt.isPresent()) {
      return ReadDecision.problem(misspelt.get());
    }
    RequestParts parts = RequestParts.read(object);
    if (!parts.problems().isEmpty()) {
      return ReadDecision.problem(
          parts.problems().stream()
              .limit(MOST_PROBLEMS)
              .map(RequestProblem::toString)
              .collect(Collectors.joining("; ")));
    }
    object.remove(RequestParts.FIELDS);
    Decision decision;
    try {
      decision =
          RestoreJson.mapper().treeToValue(object, Decision.class).toBuilder()
              .objects(parts.objects())
              .target(parts.target())
              .restoreTo(parts.restoreTo())
              .migration(parts.migration())
              .maxCost(parts.maxCost())
              .build();
    } catch (IOException e) {
      return ReadDecision.problem(
          "a field has the wrong type: gate, actor, comment, id, decision and planHash are texts,"
              + " items, acknowledge and tables lists of texts, where a text, mode missing, changed or both, keepClone is true or false, keepFor is a duration"
              + " like P1D, until an instant with its zone, accounts is as in a request");
    }
    if (decision.accounts() != null && !AccountsRule.isUsable(decision.accounts())) {
      return ReadDecision.problem("its accounts are not usable: " + AccountsRule.RULE);
    }
    Optional<String> tooMuch = DecisionBounds.problem(decision);
    return tooMuch.isPresent()
        ? ReadDecision.problem(tooMuch.get())
        : ReadDecision.of(DecisionBounds.cut(decision.toBuilder().action(action.get()).build()));
  }

  private static Optional<Action> byWord(String word) {
    return Arrays.stream(Action.values()).filter(action -> action.word().equals(word)).findFirst();
  }

  /** A field that is none may be a newer sender's; one that is nearly ours says something. */
  private static Optional<String> misspelt(ObjectNode object) {
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!FIELDS.contains(name) && NearMiss.surely(name, FIELDS).isPresent()) {
        return Optional.of(
            "it has no field %s%s".formatted(name, NearMiss.question(", ", name, FIELDS)));
      }
    }
    return Optional.empty();
  }

  private static List<String> words() {
    return Arrays.stream(Action.values()).map(Action::word).toList();
  }

  private static String example() {
    return "send for example {\"action\": \"retry\", \"gate\": \"precheck-1\", \"actor\": \"ana\"}";
  }
}
