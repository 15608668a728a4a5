package io.rdsrestore.activities.dts;

import io.rdsrestore.activities.cloud.Answer;
import io.rdsrestore.activities.cloud.MessageScrubber;
import io.rdsrestore.workflows.activity.PrecheckFinding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what a precheck found from the pages of DescribePreCheckStatus. */
final class PrecheckReader {
  private static final String PROGRESS = "JobProgress";
  private static final String FAILED = "Failed";
  private static final String WARNING = "Warning";
  private static final String CHECKING = "Checking";
  // Where a sentence is expected DTS often sends the key of one.
  private static final Pattern KEY = Pattern.compile("[A-Z0-9_.\\s]*");

  private PrecheckReader() {}

  /** What did not pass, and warnings. */
  static List<PrecheckFinding> findings(List<Answer> pages) {
    return items(pages).stream()
        .filter(item -> isState(item, FAILED) || isState(item, WARNING))
        .map(PrecheckReader::finding)
        .toList();
  }

  /** The item that is being checked, for people; empty if none is said to be. */
  static String beingChecked(List<Answer> pages) {
    List<Answer> items = items(pages);
    long done =
        items.stream()
            .filter(item -> !isState(item, CHECKING) && !isState(item, "NotStarted"))
            .count();
    return items.stream()
        .filter(item -> isState(item, CHECKING))
        .findFirst()
        .map(item -> " (%s, %d of %d done)".formatted(item.text("Item"), done, items.size()))
        .orElse(items.isEmpty() ? "" : " (%d of %d done)".formatted(done, items.size()));
  }

  /** State of the precheck as a whole. */
  static String state(List<Answer> pages) {
    return pages.get(0).textOrEmpty("State");
  }

  /** JobId of the precheck, which SkipPreCheck wants; null if DTS gives none. */
  static String subtaskId(List<Answer> pages) {
    return pages.get(0).text("JobId");
  }

  /** Names of items, which SkipPreCheck takes beside the items. */
  static List<String> names(List<Answer> pages, List<String> wanted) {
    return items(pages).stream()
        .filter(item -> wanted.contains(item.textOrEmpty("Item")))
        .map(item -> item.text("Names"))
        .filter(name -> name != null)
        .toList();
  }

  private static List<Answer> items(List<Answer> pages) {
    List<Answer> items = new ArrayList<>();
    for (Answer page : pages) {
      items.addAll(page.list(PROGRESS, PROGRESS));
      for (Answer part : page.list("SubDistributedJobStatus", "SubDistributedJobStatus")) {
        items.addAll(part.list(PROGRESS, PROGRESS));
      }
    }
    return items;
  }

  private static boolean isState(Answer item, String state) {
    return state.equalsIgnoreCase(item.text("State"));
  }

  private static PrecheckFinding finding(Answer item) {
    return new PrecheckFinding(
        item.textOrEmpty("Item"),
        item.text("Names"),
        isState(item, FAILED) ? FAILED : WARNING,
        item.isTrue("CanSkip"),
        item.isTrue("Skip"),
        item.text("ErrMsg"),
        detail(item));
  }

  private static String detail(Answer item) {
    Set<String> sentences = new LinkedHashSet<>();
    sentences.add(item.textOrEmpty("ErrDetail"));
    for (Answer log : item.list("Logs", "Logs")) {
      sentences.add(log.textOrEmpty("ErrMsg"));
      sentences.add(log.textOrEmpty("ErrData"));
    }
    sentences.removeIf(sentence -> KEY.matcher(sentence).matches());
    String detail = MessageScrubber.scrub(String.join("; ", sentences), List.of());
    return detail.isEmpty() ? null : detail;
  }
}
