package io.rdsrestore.demo.killmatrix;

/** What happens to a statement on the primary. */
enum SqlBlow implements What {
  KILL_BEFORE("beforeSql/kill", "the worker is killed, the primary has not got the statement"),
  KILL_AFTER_COMMIT(
      "afterSql/kill", "the primary has done the statement, the worker is killed unanswered"),
  KILL_AFTER_ANSWER(
      "afterSqlAnswer/kill",
      "the worker has the primary's answer and is killed before Temporal hears of it"),
  RESET("afterSql/reset", "the primary has done the statement, the connection is reset"),
  ABORT(
      "afterSql/killAndAbort",
      "the primary has done the statement, the worker is killed, and somebody aborts before another"
          + " goes on"),
  HOST_GONE(
      "afterSql/hostGone",
      "the primary has done the statement, then the worker's host is gone: its connections stay"
          + " open, and Temporal notices by the missing pulse");

  private final String id;
  private final String words;

  SqlBlow(String id, String words) {
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
