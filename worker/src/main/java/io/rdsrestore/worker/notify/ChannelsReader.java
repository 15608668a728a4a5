package io.rdsrestore.worker.notify;

import io.rdsrestore.activities.notify.Channel;
import io.rdsrestore.activities.notify.ChannelKind;
import io.rdsrestore.workflows.language.Language;
import io.rdsrestore.workflows.request.JsonField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Channels by name; what holds a token or a secret is a reference. */
public final class ChannelsReader {
  private static final int LONGEST = 300;
  private static final int MOST_CHANNELS = 50;

  /** Also a label of a metric. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");

  private static final Pattern MENTION = Pattern.compile("[A-Za-z0-9+][A-Za-z0-9_.+-]{0,63}");
  private static final Pattern REFERENCE =
      Pattern.compile("env:[A-Za-z_][A-Za-z0-9_]*|file:/.+|[a-z][a-z0-9-]{1,30}://.+");

  /** Written where its reference is meant. */
  private static final Pattern URL = Pattern.compile("https?://.*");

  private ChannelsReader() {}

  static Map<String, Channel> read(JsonField field) {
    Map<String, Channel> channels = new LinkedHashMap<>();
    if (!field.isRequiredObject()) {
      return channels;
    }
    Map<String, JsonField> all = field.children();
    if (all.isEmpty() || all.size() > MOST_CHANNELS) {
      field.problem("must be from 1 to %d channels, by name".formatted(MOST_CHANNELS));
    }
    all.forEach(
        (name, each) -> {
          if (!NAME.matcher(name).matches()) {
            each.problem("a name has letters, digits, dots, dashes, at most 64");
          }
          channel(name, each).ifPresent(channel -> channels.put(name, channel));
        });
    return channels;
  }

  private static Optional<Channel> channel(String name, JsonField field) {
    if (!field.isObject()) {
      return Optional.empty();
    }
    field.knows("kind", "url", "secret", "mention", "language");
    Optional<ChannelKind> kind = field.child("kind").requiredOneOf(ChannelKind.class);
    Optional<String> url = reference(field.child("url"), field.child("url").requiredText(LONGEST));
    Optional<String> secret = reference(field.child("secret"), field.child("secret").text(LONGEST));
    List<String> mentions =
        field
            .child("mention")
            .texts(LONGEST, MENTION, "must be an id or a number as the receiver knows it");
    kind.ifPresent(one -> agree(one, field));
    JsonField spoken = field.child("language");
    Language language =
        spoken.isAbsent() ? null : spoken.requiredOneOf(Language.class).orElse(null);
    return kind.map(
        one -> new Channel(name, one, url.orElse(null), secret.orElse(null), mentions, language));
  }

  /** What says where a value is; notes a problem if it may be the value itself. */
  public static Optional<String> reference(JsonField field, Optional<String> text) {
    if (text.isPresent()
        && (URL.matcher(text.get()).matches() || !REFERENCE.matcher(text.get()).matches())) {
      field.problem(
          "must say where it is, env:NAME or file:/absolute/path: the value itself is a secret");
      return Optional.empty();
    }
    return text;
  }

  private static void agree(ChannelKind kind, JsonField field) {
    JsonField secret = field.child("secret");
    switch (kind.secretUse()) {
      case REQUIRED -> {
        if (secret.isAbsent()) {
          secret.problem("is missing: messages of kind %s are signed".formatted(kind.word()));
        }
      }
      case NONE -> {
        if (!secret.isAbsent()) {
          secret.problem("messages of kind %s are not signed".formatted(kind.word()));
        }
      }
      case OPTIONAL -> {
        // As its security settings ask for.
      }
    }
    if (!kind.mentions() && !field.child("mention").isAbsent()) {
      field.child("mention").problem("kind %s calls nobody by name".formatted(kind.word()));
    }
  }
}
