package io.rdsrestore.sandbox.dts;

import io.rdsrestore.sandbox.dataplane.PrecheckItem;
import io.rdsrestore.sandbox.http.JsonBody;
import io.rdsrestore.sandbox.settings.SandboxVariants;
import io.rdsrestore.sandbox.settings.Variant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a precheck is shown: keys of messages where the documents have keys. */
final class PrecheckView {
  private static final DateTimeFormatter OFFSET_FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx").withZone(ZoneOffset.UTC);

  private final SandboxVariants variants;

  PrecheckView(SandboxVariants variants) {
    this.variants = variants;
  }

  /** {@code JobProgress} of DescribePreCheckStatus. */
  List<Map<String, Object>> progress(Job job) {
    List<Map<String, Object>> progress = new ArrayList<>();
    for (PrecheckItem item : job.items) {
      progress.add(progress(job, item, progress.size() + 1));
    }
    return progress;
  }

  /** {@code PrecheckStatus} of DescribeDtsJobs. */
  Map<String, Object> status(Job job) {
    List<Map<String, Object>> details =
        job.items.stream()
            .map(
                item ->
                    JsonBody.of(
                        "CheckItem",
                        item.item(),
                        "CheckItemDescription",
                        item.item() + "_DETAIL",
                        "CheckResult",
                        job.blocks(item) ? "Failed" : "Success",
                        "FailedReason",
                        item.passed() ? "" : item.detail(),
                        "RepairMethod",
                        item.passed() ? "" : key(item) + "_REPAIR"))
            .toList();
    return JsonBody.of(
        "Status",
        state(job),
        "Percent",
        isDecided(job) ? "100" : "0",
        "ErrorMessage",
        job.status == JobStatus.PRECHECK_FAILED ? job.errorMessage : "",
        "Detail",
        details);
  }

  String state(Job job) {
    return switch (job.status) {
      case NOT_CONFIGURED, NOT_STARTED -> "NotStarted";
      case PRECHECKING -> "Checking";
      case PRECHECK_FAILED -> "Failed";
      case PRECHECK_PASS, MIGRATING, SUSPENDING, MIGRATION_FAILED, FINISHED -> "Finished";
    };
  }

  private Map<String, Object> progress(Job job, PrecheckItem item, int number) {
    boolean skipped = job.skipped.contains(item.item());
    boolean failed = !item.passed();
    String state = failed ? (skipped ? "Warning" : "Failed") : "Success";
    List<Map<String, Object>> logs =
        failed
            ? List.of(
                JsonBody.of(
                    "ErrData",
                    "",
                    "ErrMsg",
                    item.detail(),
                    "ErrType",
                    item.item(),
                    "LogLevel",
                    "ERROR"))
            : List.of();
    return JsonBody.of(
        "Id",
        job.precheckId + "-" + number,
        "JobId",
        job.precheckId,
        "OrderNum",
        number,
        "Item",
        item.item(),
        "Names",
        item.item() + "_DETAIL",
        "State",
        state,
        "ErrMsg",
        failed ? key(item) : "",
        "ErrDetail",
        failed
            ? (variants.is(Variant.sentencesInErrDetail) ? item.detail() : key(item) + "_DETAIL")
            : "",
        "RepairMethod",
        failed ? key(item) + "_REPAIR" : "",
        "CanSkip",
        item.canSkip(),
        "Skip",
        skipped,
        "IgnoreFlag",
        skipped ? "Y" : "N",
        "BootTime",
        OFFSET_FORM.format(job.precheckStartedAt),
        "FinishTime",
        OFFSET_FORM.format(job.precheckStartedAt),
        "Sub",
        "[]",
        "Logs",
        logs);
  }

  private static boolean isDecided(Job job) {
    return !job.items.isEmpty() && job.status != JobStatus.PRECHECKING;
  }

  /** {@code CHECK_SAME_OBJ} becomes {@code CHECK__ERROR_SAME_OBJ}. */
  private static String key(PrecheckItem item) {
    return item.item().replaceFirst("^CHECK_", "CHECK__ERROR_");
  }
}
