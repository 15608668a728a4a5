package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.plan.Price;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Restores in a table of 80 columns: who waits first, with the command to look closer. */
final class ListText {
  private static final int[] WIDTHS = {10, 20, 11, 12, 7, 10};

  private final Instant now;

  ListText(Instant now) {
    this.now = now;
  }

  List<String> lines(List<RestoreLine> restores) {
    List<String> lines = new ArrayList<>();
    lines.add(row("RESTORE", "PRIMARY", "PHASE", "WAITS FOR", "SINCE", "COST"));
    for (RestoreLine one : RestoreLine.inOrder(restores)) {
      lines.add(line(one));
      if (one.isWaiting()) {
        lines.add("  " + look(one));
      }
    }
    lines.add("Look closer: ./rds-restore status ID; of what has ended: report ID");
    return lines;
  }

  private String line(RestoreLine one) {
    return row(
        one.restoreId(),
        Objects.requireNonNullElse(one.instanceId(), Handle.of(one.workflowId())),
        phase(one),
        one.isWaiting() ? one.waitingFor() : "-",
        since(one),
        cost(one));
  }

  /** Of a clone whose price nobody tells: for how many hours it has been paid. */
  private String cost(RestoreLine one) {
    if (one.cost() != null) {
      return one.cost().amount() + " " + one.cost().currency();
    }
    return one.cloneSince() == null
        ? "-"
        : "clone %d h".formatted(Price.hoursBegun(Duration.between(one.cloneSince(), now)));
  }

  private static String look(RestoreLine one) {
    return "./rds-restore status "
        + (RestoreContract.isRestore(one.workflowId()) ? one.restoreId() : one.workflowId());
  }

  /** Of one that somebody has terminated the phase says where that was. */
  private static String phase(RestoreLine one) {
    return one.isEndedBySomebody() ? one.state() : Objects.requireNonNullElse(one.phase(), "-");
  }

  private String since(RestoreLine one) {
    Instant since = one.endedAt() == null ? one.startedAt() : one.endedAt();
    if (one.isWaiting()) {
      since = one.waitingSince();
    }
    return since == null ? "-" : Times.about(Duration.between(since, now));
  }

  private static String row(String... cells) {
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < cells.length; i++) {
      row.append(DisplayWidth.pad(DisplayWidth.cut(cells[i], WIDTHS[i]), WIDTHS[i]));
      row.append(i < cells.length - 1 ? "  " : "");
    }
    return row.toString().stripTrailing();
  }
}
