package io.rdsrestore.activities.cloud;

/**
 * A call that failed, in few words: each comes from a small closed set and holds nothing of the
 * call itself.
 *
 * @param service {@code RDS} or {@code DTS}
 * @param action such as {@code CloneDBInstance}
 * @param code the row of the {@link ErrorTable} that knows the service's code, {@value #OTHER} for
 *     one that no row knows, {@value #NONE} where there was none
 * @param errorClass what may be done about it
 */
public record FailedCall(String service, String action, String code, ErrorClass errorClass) {
  /** Code of a refusal that is in no row. */
  public static final String OTHER = "other";

  /** Code of an answer that held none. */
  public static final String NONE = "none";
}
