package io.rdsrestore.workflows.request;

import java.util.regex.Pattern;

/** What a caller wrote, made fit to be shown back. */
final class Words {
  private static final int SHOWN = 80;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private Words() {}

  /** Cut to a line's length, without control characters. */
  static String brief(String text) {
    String cut = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    return CONTROL.matcher(cut).replaceAll("?");
  }

  static String quoted(String text) {
    return '"' + brief(text) + '"';
  }
}
