package io.rdsrestore.worker.notify;

import io.rdsrestore.activities.notify.Channel;
import io.rdsrestore.activities.notify.NotifySettings;
import io.rdsrestore.workflows.notify.NotifyRoutes;
import io.rdsrestore.workflows.notify.Severity;
import io.rdsrestore.workflows.request.JsonField;
import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Channels, routes between them, escalation. Notes every problem under its field. */
final class NotifySettingsReader {
  private static final int LONGEST = 300;
  private static final Duration WARN_BEFORE = Duration.ofHours(2);
  private static final Duration MOST = Duration.ofDays(30);

  private NotifySettingsReader() {}

  static NotifySettings read(JsonField root) {
    if (!root.isRequiredObject()) {
      return null;
    }
    root.knows("channels", "routes", "escalation", "warnBefore", "webUi");
    Map<String, Channel> channels = ChannelsReader.read(root.child("channels"));
    Set<String> known = root.child("channels").children().keySet();
    JsonField escalation = root.child("escalation");
    boolean escalates = escalation.isObject();
    if (escalates) {
      escalation.knows("after", "to");
    }
    return new NotifySettings(
        channels,
        new NotifyRoutes(
            routes(root.child("routes"), known),
            escalates ? names(escalation.child("to"), known) : List.of()),
        escalates ? required(escalation.child("after")).orElse(null) : null,
        duration(root.child("warnBefore")).orElse(WARN_BEFORE),
        webUi(root.child("webUi")));
  }

  /**
   * Who is told when a person is waited for is told when it gets worse, unless it says otherwise.
   */
  private static Map<Severity, List<String>> routes(JsonField field, Set<String> known) {
    Map<Severity, List<String>> routes = new EnumMap<>(Severity.class);
    if (!field.isRequiredObject()) {
      return routes;
    }
    field.knows(Arrays.stream(Severity.values()).map(Severity::word).toArray(String[]::new));
    for (Severity severity : Severity.values()) {
      JsonField route = field.child(severity.word());
      if (!route.isAbsent()) {
        routes.put(severity, names(route, known));
      }
    }
    if (!routes.containsKey(Severity.WAITING)) {
      field
          .child(Severity.WAITING.word())
          .problem("is missing: who is told when a person is waited for?");
    }
    routes.putIfAbsent(Severity.URGENT, routes.getOrDefault(Severity.WAITING, List.of()));
    return routes;
  }

  private static List<String> names(JsonField field, Set<String> known) {
    return field.requiredElements().stream().flatMap(each -> name(each, known).stream()).toList();
  }

  private static Optional<String> name(JsonField field, Set<String> known) {
    Optional<String> name = field.requiredText(LONGEST);
    name.filter(one -> !known.contains(one))
        .ifPresent(
            one ->
                field.problem(
                    "there is no such channel; there %s"
                        .formatted(
                            known.isEmpty() ? "is none" : "are " + String.join(", ", known))));
    return name;
  }

  private static Optional<Duration> required(JsonField field) {
    return field.requiredText(LONGEST).flatMap(text -> parse(field, text));
  }

  private static Optional<Duration> duration(JsonField field) {
    return field.text(LONGEST).flatMap(text -> parse(field, text));
  }

  private static Optional<Duration> parse(JsonField field, String text) {
    try {
      Duration duration = Duration.parse(text);
      if (duration.compareTo(Duration.ofMinutes(1)) >= 0 && duration.compareTo(MOST) <= 0) {
        return Optional.of(duration);
      }
    } catch (DateTimeParseException e) {
      // Told below.
    }
    field.problem("must be a time from PT1M to P30D, like PT30M");
    return Optional.empty();
  }

  private static URI webUi(JsonField field) {
    Optional<String> text = field.text(LONGEST);
    if (text.isEmpty()) {
      return null;
    }
    try {
      URI uri = URI.create(text.get());
      boolean isWeb = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (isWeb && uri.getHost() != null && uri.getQuery() == null && uri.getUserInfo() == null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    field.problem("must be where Temporal's Web UI is, like https://temporal.example.com");
    return null;
  }
}
