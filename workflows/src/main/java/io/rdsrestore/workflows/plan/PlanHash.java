package io.rdsrestore.workflows.plan;

import com.google.common.hash.Hashing;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.request.MoveIn;
import io.rdsrestore.workflows.request.RestoreRequest;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an approval is of, as twelve characters: what changes any of it needs a new approval. */
final class PlanHash {
  private static final int LENGTH = 12;

  private PlanHash() {}

  static String of(RestoreRequest request, PurchaseConfiguration purchase, Price price) {
    SortedMap<String, Object> approved = new TreeMap<>();
    approved.put("regionId", request.regionId());
    approved.put("instanceId", request.instanceId());
    approved.put("restoreTo", request.restoreTo());
    approved.put("objects", request.objects());
    approved.put("target", request.target());
    if (request.moveIn() != MoveIn.WHEN_VERIFIED) {
      approved.put("moveIn", request.moveIn());
    }
    if (request.autoIncrementFloor() != null) {
      approved.put("autoIncrementFloor", request.autoIncrementFloor());
    }
    approved.put("migrate", request.migrate());
    approved.put("onConflict", request.onConflict());
    approved.put("accounts", request.accounts().mode());
    approved.put("purchase", purchase);
    if (request.cloneWish().keepFor() != null) {
      // It costs on after the restore.
      approved.put("keepFor", request.cloneWish().keepFor());
    }
    if (price != null) {
      // 1.2 and 1.20 are the same price.
      approved.put("perHour", price.perHour().stripTrailingZeros().toPlainString());
      approved.put("currency", price.currency());
    }
    return Hashing.sha256()
        .hashString(RestoreJson.write(approved), StandardCharsets.UTF_8)
        .toString()
        .substring(0, LENGTH);
  }
}
