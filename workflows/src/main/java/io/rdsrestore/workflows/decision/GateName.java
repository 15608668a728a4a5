package io.rdsrestore.workflows.decision;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code precheck-2}: the second precheck gate of a restore. */
record GateName(GateKind kind, int ordinal) {
  private static final Pattern NAME = Pattern.compile("([A-Za-z]+)-([1-9][0-9]{0,5})");

  static Optional<GateName> parse(String text) {
    Matcher matcher = NAME.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int ordinal = Integer.parseInt(matcher.group(2));
    return Arrays.stream(GateKind.values())
        .filter(kind -> kind.word().equals(matcher.group(1)))
        .findFirst()
        .map(kind -> new GateName(kind, ordinal));
  }

  @Override
  public String toString() {
    return kind.word() + "-" + ordinal;
  }
}
