package io.rdsrestore.workflows.verdict.remedies;

import io.rdsrestore.workflows.decision.GateItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a copy failed of, by the codes that the message of DTS holds. */
public final class CopyFailure {
  private static final Pattern CODE = Pattern.compile("\\bDTS-\\d{4,8}\\b");

  private CopyFailure() {}

  /**
   * One item for each code that is known; one with the message alone if there is none.
   *
   * @param message what DTS said; null if nothing
   */
  public static List<GateItem> items(String message, RestoreNames names) {
    String said = message == null ? "DTS gave no reason" : message;
    Map<CatalogueItem, String> known = new LinkedHashMap<>();
    Matcher codes = CODE.matcher(said);
    while (codes.find()) {
      String code = codes.group();
      Catalogue.copy(code).ifPresent(item -> known.putIfAbsent(item, code));
    }
    if (known.isEmpty()) {
      CatalogueItem other = Catalogue.copy(Catalogue.ANY_OTHER_ERROR).orElseThrow();
      return List.of(FailedItem.of(names.jobId(), other, said, false, null, names));
    }
    return known.entrySet().stream()
        .map(each -> FailedItem.of(each.getValue(), each.getKey(), said, false, null, names))
        .toList();
  }
}
