package io.rdsrestore.activities.database;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table into which an online DDL tool copies another: {@code _orders_gho} and {@code
 * _orders_ghc} of gh-ost, {@code _orders_new} of pt-online-schema-change, {@code
 * tp_4711_ogt_orders} and {@code tp_4711_ogl_orders} of Alibaba Cloud's DMS.
 */
record GhostTable(String name, String original, String tool) {
  private static final Pattern GH_OST = Pattern.compile("_(.+)_gh[oc]", Pattern.CASE_INSENSITIVE);
  private static final Pattern PT_OSC = Pattern.compile("_+(.+)_new", Pattern.CASE_INSENSITIVE);
  private static final Pattern DMS =
      Pattern.compile("tpa?_[0-9a-f]+_og[tl]_(.+)", Pattern.CASE_INSENSITIVE);

  /** Those that stand for tables of a scope. */
  static List<GhostTable> of(Catalog catalog, TableScope scope) throws SQLException {
    List<String> all =
        catalog.texts(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = ?",
            scope.database());
    return all.stream()
        .map(name -> of(name, all).filter(ghost -> scope.has(ghost.original())))
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * @param all the tables of the same database: people name tables like that, too, so the original
   *     has to be there
   */
  static Optional<GhostTable> of(String name, List<String> all) {
    return match(GH_OST, name, "gh-ost")
        .or(() -> match(PT_OSC, name, "pt-online-schema-change"))
        .or(() -> match(DMS, name, "DMS"))
        .filter(ghost -> all.stream().anyMatch(ghost.original()::equalsIgnoreCase));
  }

  private static Optional<GhostTable> match(Pattern pattern, String name, String tool) {
    Matcher matcher = pattern.matcher(name);
    return matcher.matches()
        ? Optional.of(new GhostTable(name, matcher.group(1), tool))
        : Optional.empty();
  }

  String text() {
    return "of " + tool + ", for " + original;
  }
}
