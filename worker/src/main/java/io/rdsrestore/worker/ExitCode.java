package io.rdsrestore.worker;

/** What the command line ends with. */
public final class ExitCode {
  public static final int DONE = 0;

  /** Failed or aborted. */
  public static final int FAILED = 1;

  /** Wrong usage, a request with problems among it. */
  public static final int USAGE = 2;

  /** A person is waited for. */
  public static final int PERSON_NEEDED = 3;

  private ExitCode() {}
}
