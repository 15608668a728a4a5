package io.rdsrestore.worker.cli;

import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.workflows.plan.RestorePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Asks for what a command lacks, where somebody sits at a terminal. Whoever gives no answer has
 * decided nothing.
 */
final class Questions {
  private static final String NOTHING = "No answer, so nothing was decided.";
  private static final String ALL = "all";
  private static final List<String> YES = List.of("y", "yes");
  private static final Pattern COMMA = Pattern.compile("[,\\s]+");

  private final Person person;
  private final OutputOptions output;
  private final String ifStopped;

  Questions(Person person, OutputOptions output) {
    this(person, output, NOTHING);
  }

  /**
   * @param ifStopped what they read who stop the command instead of answering
   */
  Questions(Person person, OutputOptions output, String ifStopped) {
    this.person = person;
    this.output = output;
    this.ifStopped = ifStopped;
  }

  /** Neither a script nor a program can be asked. */
  boolean canAsk() {
    return person.isThere() && !output.isJson();
  }

  /**
   * What they answer, without blanks around it.
   *
   * @throws UserError if they answer nothing
   */
  String ask(String question) {
    Speaker speaker = output.speaker();
    return person
        .ask(speaker.text(question) + " ", speaker.text(NOTHING))
        .map(String::strip)
        .filter(answer -> !answer.isEmpty())
        .orElseThrow(() -> new UserError(ExitCode.FAILED, NOTHING));
  }

  /** The first answer that can be read; each other one is refused with the reason. */
  <T> T ask(String question, Function<String, Optional<T>> reading, String refusal) {
    while (true) {
      Optional<T> read = reading.apply(ask(question));
      if (read.isPresent()) {
        return read.get();
      }
      output.line(refusal);
    }
  }

  /** Whether they say yes; whoever says nothing says no. */
  boolean agree(String question) {
    Speaker speaker = output.speaker();
    return person
        .ask(speaker.text(question) + " ", speaker.text(ifStopped))
        .map(answer -> answer.strip().toLowerCase(Locale.ROOT))
        .filter(YES::contains)
        .isPresent();
  }

  /** Something to read before a question. */
  void show(List<String> lines) {
    output.lines(lines);
  }

  /** A plan to read before a question. */
  void showPlan(RestorePlan plan) {
    output.asTheyAre(new PlanText(Times.local(), output.speaker()).brief(plan));
  }

  /** One of several, by its number. */
  int which(String heading, List<String> options) {
    show(heading, options);
    return ask(
        "Which one? [1-%d]".formatted(options.size()),
        answer -> number(answer, options.size()),
        "Type a number from 1 to %d.".formatted(options.size()));
  }

  /** One or more of several, by their numbers. */
  List<Integer> several(String heading, List<String> options) {
    show(heading, options);
    return ask(
        "Which ones? Numbers, or `all`:",
        answer -> numbers(answer, options.size()),
        "Type numbers from 1 to %d, with commas between them, or `all`.".formatted(options.size()));
  }

  private void show(String heading, List<String> options) {
    output.line(heading);
    for (int i = 0; i < options.size(); i++) {
      output.line("  %d) %s".formatted(i + 1, options.get(i)));
    }
  }

  private static Optional<List<Integer>> numbers(String answer, int most) {
    if (answer.equals(ALL)) {
      return Optional.of(IntStream.range(0, most).boxed().toList());
    }
    List<Integer> numbers = new ArrayList<>();
    for (String word : COMMA.split(answer, -1)) {
      Optional<Integer> number = number(word, most);
      if (number.isEmpty()) {
        return Optional.empty();
      }
      if (!numbers.contains(number.get())) {
        numbers.add(number.get());
      }
    }
    return Optional.of(numbers);
  }

  /** Counted from 0. */
  private static Optional<Integer> number(String word, int most) {
    try {
      int number = Integer.parseInt(word);
      return number >= 1 && number <= most ? Optional.of(number - 1) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
