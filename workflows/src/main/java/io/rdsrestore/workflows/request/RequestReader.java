package io.rdsrestore.workflows.request;

import io.rdsrestore.workflows.language.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a request strictly: what is unknown, missing or impossible is refused, all of it in one
 * answer. Defaults are filled in here and nowhere else.
 */
public final class RequestReader {
  private static final int MAX_REQUESTED_BY = 200;
  private static final int MAX_REASON = 2000;

  private RequestReader() {}

  /**
   * Reads a request.
   *
   * @param json the request as it was sent
   * @param now the time that a restore point must not lie after
   */
  public static ReadRequest read(String json, Instant now) {
    List<RequestProblem> problems = new ArrayList<>();
    RestoreRequest request =
        RequestText.parse(json, problems).map(root -> readRoot(root, now)).orElse(null);
    return new ReadRequest(problems.isEmpty() ? request : null, List.copyOf(problems));
  }

  private static RestoreRequest readRoot(JsonField root, Instant now) {
    root.knows(
        "regionId",
        "instanceId",
        "restoreTo",
        "objects",
        "requestedBy",
        "reason",
        "target",
        "migrate",
        "taskName",
        "onConflict",
        "accounts",
        "approval",
        "termsAccepted",
        "clone",
        "verify",
        "moveIn",
        "autoIncrementFloor",
        "afterwards",
        "undoFor",
        "autoRepair",
        "language",
        "migration",
        "limits");
    RestoreRequest request =
        new RestoreRequest(
            CloudName.region(root.child("regionId")),
            CloudName.instance(root.child("instanceId")),
            RestorePointReader.read(root.child("restoreTo"), now),
            ObjectsReader.read(root.child("objects")),
            root.child("requestedBy").requiredText(MAX_REQUESTED_BY).orElse(null),
            root.child("reason").requiredText(MAX_REASON).orElse(null),
            root.child("target").oneOf(TargetMode.class).orElse(TargetMode.AUTO),
            MigrateReader.read(root.child("migrate")),
            TaskName.read(root.child("taskName")),
            root.child("onConflict").oneOf(ConflictMode.class).orElse(ConflictMode.ASK),
            AccountsReader.read(root.child("accounts")),
            root.child("approval").oneOf(ApprovalMode.class).orElse(ApprovalMode.REQUIRED),
            root.child("termsAccepted").flag().orElse(false),
            CloneWishReader.read(root.child("clone")),
            root.child("verify").oneOf(VerifyMode.class).orElse(VerifyMode.CHECKSUM),
            root.child("moveIn").oneOf(MoveIn.class).orElse(MoveIn.WHEN_VERIFIED),
            root.child("autoIncrementFloor").wholeNumber(1, Long.MAX_VALUE).orElse(null),
            root.child("afterwards").oneOf(Afterwards.class).orElse(Afterwards.LEAVE),
            LimitsReader.duration(root.child("undoFor"), null, Afterwards.LONGEST_UNDO),
            root.child("autoRepair").oneOf(AutoRepair.class).orElse(AutoRepair.SAFE),
            root.child("language").oneOf(Language.class).orElse(Language.EN),
            CopyRateReader.read(root.child("migration")),
            LimitsReader.read(root.child("limits")));
    if (request.approval() == ApprovalMode.NOT_REQUIRED && !request.termsAccepted()) {
      root.child("termsAccepted")
          .problem(
              "must be true where approval is \"notRequired\": nobody else accepts the terms of"
                  + " service and the price");
    }
    PutBackRules.check(root, request);
    TargetNameRules.check(root.child("objects"), request);
    return request;
  }
}
