package io.rdsrestore.activities.notify;

import io.rdsrestore.workflows.language.Language;
import java.util.List;

/**
 * A place where people are told. Address and secret are references: of most receivers the address
 * holds a token.
 *
 * @param name as routes call it
 * @param urlRef where its address is
 * @param secretRef where the secret is that messages are signed with; null: they are not
 * @param mentions people who are called by name, unless nobody has to do anything
 * @param language of those who read there
 */
public record Channel(
    String name,
    ChannelKind kind,
    String urlRef,
    String secretRef,
    List<String> mentions,
    Language language) {

  /** One whose readers know English. */
  public Channel(
      String name, ChannelKind kind, String urlRef, String secretRef, List<String> mentions) {
    this(name, kind, urlRef, secretRef, mentions, Language.EN);
  }
}
