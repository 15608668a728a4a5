package io.rdsrestore.activities.notify;

import java.net.URI;

/** The Markdown of a receiver, each of which knows another part of it. */
interface MarkdownStyle {

  String heading(String text);

  /** Text of somebody else's, which must come out as text. */
  String text(String text);

  /** To be pasted as it stands. */
  String command(String command);

  default String link(String label, URI link) {
    return "[%s](%s)".formatted(label, link);
  }
}
