package io.rdsrestore.workflows.verdict;

/** What the restore may repair by itself: only what is its own. */
public enum OwnRepair {
  /** Our whitelist group, on both ends. */
  WHITELIST("the addresses of DTS are in our whitelist group on both ends"),
  /** The temporary accounts, on both ends: password and grants. */
  ACCOUNTS("password and rights of the temporary accounts are set anew on both ends"),
  /** Target databases that are missing on the primary. */
  DATABASES("missing target databases are made on the primary");

  private final String done;

  OwnRepair(String done) {
    this.done = done;
  }

  /** What is so afterwards, in a sentence without its end. */
  public String done() {
    return done;
  }
}
