package io.rdsrestore.workflows.verdict.remedies;

import static java.util.stream.Collectors.joining;

import io.rdsrestore.workflows.decision.GateItem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** An item of the catalogue that has failed, as a gate shows it. */
final class FailedItem {
  /** What a decision must acknowledge that passes over rows that exist. */
  static final String EXISTING_ROWS_STAY = "existingRowsStay";

  private FailedItem() {}

  /**
   * @param name how it is called at the gate
   * @param said what DTS said of it; null if nothing
   * @param canSkip whether DTS lets one skip it
   * @param diagnosis what a look found; null if none was made
   */
  static GateItem of(
      String name,
      CatalogueItem known,
      String said,
      boolean canSkip,
      AccessDiagnosis diagnosis,
      RestoreNames names) {
    List<Remedy> remedies = fitting(known, diagnosis, names);
    Set<String> commands = new LinkedHashSet<>();
    if (diagnosis == null) {
      for (Look look : known.findOut()) {
        if (isOfEngine(known, look.kind(), names)) {
          commands.addAll(Placeholders.fill(look.command(), look.kind(), look.on(), names, said));
        }
      }
    }
    for (Remedy remedy : remedies) {
      commands.addAll(Placeholders.fill(remedy.command(), remedy.kind(), remedy.on(), names, said));
    }
    return new GateItem(
        name,
        message(known, said, canSkip, diagnosis),
        Placeholders.fillText(remedies.stream().map(Remedy::sentence).collect(joining("; "))),
        List.copyOf(commands),
        canSkip,
        canSkip && known.skip() == Skip.DANGEROUS ? EXISTING_ROWS_STAY : null);
  }

  private static String message(
      CatalogueItem known, String said, boolean canSkip, AccessDiagnosis diagnosis) {
    StringBuilder message = new StringBuilder(known.meaning());
    if (said != null && !said.isBlank()) {
      message.append("; DTS says: ").append(said);
    }
    if (diagnosis != null) {
      message.append(". Looked: ").append(diagnosis.sentence());
    }
    if (canSkip && known.skipMeans() != null) {
      message.append(". Skipped: ").append(known.skipMeans());
    }
    return message.toString();
  }

  private static boolean isOfEngine(CatalogueItem item, RemedyKind kind, RestoreNames names) {
    return kind != RemedyKind.SQL || Catalogue.speaks(item, names.engine());
  }

  /** Those for what a look found; all that fit the accounts where it found nothing they mend. */
  private static List<Remedy> fitting(
      CatalogueItem known, AccessDiagnosis diagnosis, RestoreNames names) {
    List<Remedy> possible =
        known.remedies().stream()
            .filter(remedy -> remedy.accounts().fits(names.managed()))
            .filter(remedy -> isOfEngine(known, remedy.kind(), names))
            .toList();
    if (diagnosis == null) {
      return possible;
    }
    List<Remedy> found =
        possible.stream().filter(remedy -> diagnosis.causes().contains(remedy.cause())).toList();
    return found.isEmpty() ? possible : found;
  }
}
