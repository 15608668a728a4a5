package io.rdsrestore.workflows.docs;

import io.rdsrestore.workflows.verdict.remedies.Catalogue;
import io.rdsrestore.workflows.verdict.remedies.CatalogueItem;
import io.rdsrestore.workflows.verdict.remedies.Look;
import io.rdsrestore.workflows.verdict.remedies.Remedy;
import io.rdsrestore.workflows.verdict.remedies.RemedyKind;
import io.rdsrestore.workflows.verdict.remedies.RemedyPlace;
import java.util.List;
import java.util.regex.Pattern;

/** The catalogue of remedies as a page. */
final class RemediesPage {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][A-Za-z]*)\\}");

  private final StringBuilder page = new StringBuilder();

  static String write() {
    RemediesPage page = new RemediesPage();
    page.line("# Remedies");
    page.line("");
    page.line(
        """
        What DTS can find fault with, what it means, and what mends it. A gate shows the same with the names of your restore
        filled in; here they are in capitals. This page is generated from the catalogue (`workflows/.../verdict/remedies/*.json`):
        change it there.

        *Repaired by itself* means: with `autoRepair` `safe`, the default, and only where the item is about the restore's own
        things: whitelist group, temporary accounts, target databases. Once an item, then a person is asked. Each such repair stands
        among the decisions, by `rds-restore`.

        Whether an item can be skipped DTS says in the end (`CanSkip`); here stands what its documents say.
        """);
    page.section("Precheck, MySQL", Catalogue.precheck());
    page.section("Precheck, SQL Server", Catalogue.sqlServer());
    page.line(
        "DTS has not made the codes of its SQL Server items public: names with `SQLSERVER` are ours,"
            + " and a gate cannot point to them. Read what DTS says and look for it here. Those with"
            + " `CHECK` are told where DTS calls an item of SQL Server as it does that of MySQL."
            + " SQL of items that stand under MySQL only is not printed for SQL Server.");
    page.line("");
    page.section("While rows are copied", Catalogue.copy());
    return page.page.toString().stripTrailing() + "\n";
  }

  private void section(String title, List<CatalogueItem> items) {
    line("## " + title);
    line("");
    items.forEach(this::item);
  }

  private void item(CatalogueItem item) {
    line("### " + heading(item));
    line("");
    if (!item.also().isEmpty()) {
      line("Also " + String.join(", ", item.also()) + ".");
      line("");
    }
    line(sentence(item.meaning()));
    line("");
    line("Likely because:");
    line("");
    item.causes().forEach(cause -> line("- " + text(cause)));
    line("");
    if (!item.findOut().isEmpty()) {
      line("Find out which:");
      line("");
      item.findOut().forEach(this::look);
    }
    line("What mends it:");
    line("");
    item.remedies().forEach(this::remedy);
    line(
        "Repaired by itself: %s. Can be skipped: %s."
            .formatted(
                switch (item.repair()) {
                  case AUTOMATIC -> "where it is about the restore's own things";
                  case PERSON -> "no, a person does it";
                  case NEVER -> "never";
                },
                switch (item.skip()) {
                  case NEVER -> "no";
                  case ALLOWED -> "yes; then " + item.skipMeans();
                  case DANGEROUS ->
                      "yes, with the acknowledgement `existingRowsStay`; then " + item.skipMeans();
                }));
    line("");
    line("Source: " + sentence(item.source()));
    line("");
  }

  private static String heading(CatalogueItem item) {
    return switch (item.item()) {
      case Catalogue.ANY_OTHER_ITEM -> "Any other item";
      case Catalogue.ANY_OTHER_ERROR -> "Any other error";
      default -> item.item();
    };
  }

  private void look(Look look) {
    line("- " + text(look.text()));
    command(look.kind(), look.on(), look.command());
  }

  private void remedy(Remedy remedy) {
    String who =
        switch (remedy.accounts()) {
          case ANY -> "";
          case MANAGED -> " (temporary accounts)";
          case EXISTING -> " (existing accounts)";
        };
    line(
        "- "
            + sentence((remedy.when() == null ? "" : "If " + remedy.when() + ": ") + remedy.text())
            + who);
    command(remedy.kind(), remedy.on(), remedy.command());
  }

  private void command(RemedyKind kind, RemedyPlace on, String command) {
    if (command != null) {
      line("");
      if (kind == RemedyKind.SQL) {
        line(
            "      /* on the %s */ %s"
                .formatted(on == RemedyPlace.CLONE ? "clone" : "primary", text(command)));
      } else {
        line("      " + text(command));
      }
    }
    line("");
  }

  private static String sentence(String words) {
    String text = text(words);
    return Character.toUpperCase(text.charAt(0))
        + text.substring(1)
        + (text.endsWith(".") ? "" : ".");
  }

  private static String text(String words) {
    return PLACEHOLDER
        .matcher(words.replace("{group}", "rds_restore"))
        .replaceAll(
            match ->
                match.group(1).replaceAll("([A-Z])", "_$1").toUpperCase(java.util.Locale.ROOT));
  }

  private void line(String line) {
    page.append(line).append('\n');
  }
}
