package io.rdsrestore.workflows.verdict;

import com.google.common.collect.Sets;
import io.rdsrestore.workflows.activity.PrecheckFinding;
import io.rdsrestore.workflows.request.AutoRepair;
import io.rdsrestore.workflows.verdict.remedies.AccessCause;
import io.rdsrestore.workflows.verdict.remedies.AccessDiagnosis;
import io.rdsrestore.workflows.verdict.remedies.Catalogue;
import io.rdsrestore.workflows.verdict.remedies.Repair;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which failed precheck items the restore repairs by itself: those that concern only its own
 * temporaries, each once in a restore; after that a person is asked.
 *
 * @param items the items
 * @param repairs what has to be done for them; empty: nothing, a person is asked
 */
public record RepairChoice(List<String> items, Set<OwnRepair> repairs) {
  public RepairChoice {
    items = List.copyOf(items);
    repairs = Sets.immutableEnumSet(repairs);
  }

  /**
   * The choice.
   *
   * @param managed whether the accounts are temporary ones of ours
   * @param done items that were repaired before in this restore
   * @param diagnoses what a look at the accesses found, by item
   */
  public static RepairChoice of(
      AutoRepair mode,
      boolean managed,
      List<PrecheckFinding> failed,
      Set<String> done,
      Map<String, AccessDiagnosis> diagnoses) {
    List<String> items = new ArrayList<>();
    Set<OwnRepair> repairs = EnumSet.noneOf(OwnRepair.class);
    if (mode == AutoRepair.SAFE) {
      for (PrecheckFinding finding : failed) {
        Set<OwnRepair> own = repairs(finding.item(), managed, diagnoses.get(finding.item()));
        if (!done.contains(finding.item()) && !own.isEmpty()) {
          items.add(finding.item());
          repairs.addAll(own);
        }
      }
    }
    return new RepairChoice(items, repairs);
  }

  /** Whether items of this kind can be about our temporaries at all. */
  public static boolean isOurs(String item) {
    return Catalogue.precheck(item).filter(known -> known.repair() == Repair.AUTOMATIC).isPresent();
  }

  private static Set<OwnRepair> repairs(String item, boolean managed, AccessDiagnosis diagnosis) {
    if (!isOurs(item)) {
      return Set.of();
    }
    Set<OwnRepair> accounts = managed ? Set.of(OwnRepair.ACCOUNTS) : Set.of();
    return switch (item.toUpperCase(Locale.ROOT)) {
      case "CHECK_CONN_SRC", "CHECK_CONN_DEST" -> {
        // Of an existing account only the whitelist is ours, which may not be what is wrong.
        boolean whitelist = diagnosis == null || diagnosis.causes().contains(AccessCause.WHITELIST);
        yield managed
            ? Set.of(OwnRepair.WHITELIST, OwnRepair.ACCOUNTS)
            : whitelist ? Set.of(OwnRepair.WHITELIST) : Set.of();
      }
      case "CHECK_AUTH_SRC", "CHECK_AUTH_DEST", "CHECK_MYSQL_PASSOWRD_FORMAT" -> accounts;
      case "CHECK_SCHEMA_EXIST" -> Set.of(OwnRepair.DATABASES);
      default -> Set.of();
    };
  }
}
