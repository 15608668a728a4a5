package io.rdsrestore.workflows.notify;

import io.rdsrestore.workflows.language.Language;

/** A message to people in their language; its id, names and commands stay as they are. */
public final class SpokenNotice {
  private SpokenNotice() {}

  /** The same notice, in a language. */
  public static Notice of(Notice notice, Language language) {
    return language == Language.EN
        ? notice
        : new Notice(
            notice.id(),
            notice.kind(),
            notice.severity(),
            notice.escalated(),
            notice.at(),
            notice.source(),
            notice.gate(),
            notice.deadline(),
            language.say(notice.headline()),
            notice.lines().stream().map(language::say).toList(),
            notice.commands().stream()
                .map(one -> new NoticeCommand(language.say(one.means()), one.command()))
                .toList(),
            new NoticeLabels(
                language.say(notice.labels().commands()),
                language.say(notice.labels().link()),
                language.say(notice.labels().more())));
  }
}
