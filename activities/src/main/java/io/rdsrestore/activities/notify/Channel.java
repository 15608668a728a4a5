package io.rdsrestore.activities.notify;

import io.rdsrestore.workflows.language.Language;
import io.rdsrestore.workflows.notify.NoticeSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A place where people are told. Address and secret are references: of most receivers the address
 * holds a token.
 *
 * @param name as routes call it
 * @param urlRef where its address is
 * @param secretRef where the secret is that messages are signed with; null: they are not
 * @param mentions people who are called by name, unless nobody has to do anything
 * @param language of those who read there; null: as the restore that is told of speaks
 */
public record Channel(
    String name,
    ChannelKind kind,
    String urlRef,
    String secretRef,
    List<String> mentions,
    Language language) {

  /** One whose readers read what restores speak. */
  public Channel(
      String name, ChannelKind kind, String urlRef, String secretRef, List<String> mentions) {
    this(name, kind, urlRef, secretRef, mentions, null);
  }

  /** What is said there of something; English where nobody has said. */
  Language languageFor(NoticeSource source) {
    return Stream.of(language, source.language())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(Language.EN);
  }
}
