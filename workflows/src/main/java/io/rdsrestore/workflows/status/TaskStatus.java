package io.rdsrestore.workflows.status;

/**
 * The DTS migration task.
 *
 * @param jobId DTS: DtsJobId
 * @param dtsInstanceId DTS: DtsInstanceId; null until it was bought
 * @param name DTS: DtsJobName
 * @param state as last seen (DTS: Status); {@code removed} once it is gone
 * @param prechecks how many prechecks have ended
 */
public record TaskStatus(
    String jobId, String dtsInstanceId, String name, String state, int prechecks) {

  /** The same, as seen in another state. */
  public TaskStatus seen(String newState) {
    return new TaskStatus(jobId, dtsInstanceId, name, newState, prechecks);
  }

  /** The same, bought. */
  public TaskStatus bought(String newDtsInstanceId) {
    return new TaskStatus(jobId, newDtsInstanceId, name, state, prechecks);
  }

  /** The same after one more precheck. */
  public TaskStatus prechecked(String newState) {
    return new TaskStatus(jobId, dtsInstanceId, name, newState, prechecks + 1);
  }

  /** The same, gone. */
  public TaskStatus removed() {
    return seen("removed");
  }
}
