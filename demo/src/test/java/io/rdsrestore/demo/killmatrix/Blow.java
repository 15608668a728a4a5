package io.rdsrestore.demo.killmatrix;

/** What happens to a call that changes something in the cloud. */
enum Blow implements What {
  KILL_BEFORE("before/kill", "the worker is killed, the cloud has not got the call"),
  KILL_AFTER_COMMIT("afterCommit/kill", "the cloud has done it, the worker is killed unanswered"),
  KILL_UNNOTICED(
      "afterCommit/killUnnoticed",
      "likewise, and nobody tells Temporal: it notices by the missing pulse"),
  KILL_AFTER_ANSWER(
      "afterAnswer/kill", "the worker has the answer and is killed before Temporal hears of it"),
  NO_ANSWER(
      "afterCommit/noAnswer",
      "the cloud has done it and says nothing: the worker waits until its read time-out"),
  RESET("afterCommit/reset", "the cloud has done it, the connection is reset"),
  HTML_PAGE("afterCommit/html502", "the cloud has done it, a gateway answers 502 with a page"),
  THROTTLED("before/throttled", "the cloud has not done it: Throttling.User"),
  UNAVAILABLE("before/503", "the cloud has not done it: ServiceUnavailable"),
  LATE(
      "before/late",
      "two workers: the call is held up, another attempt makes it, then it arrives all the same");

  private final String id;
  private final String words;

  Blow(String id, String words) {
    this.id = id;
    this.words = words;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String words() {
    return words;
  }
}
