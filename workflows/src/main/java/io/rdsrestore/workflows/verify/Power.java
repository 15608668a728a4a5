package io.rdsrestore.workflows.verify;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How strong a comparison was.
 *
 * @param method what was done
 * @param missProbability chance that the change of a single row was not seen, 0 to 1; null where no
 *     row was compared, and where nobody can say
 * @param why what the comparison is limited by, in a sentence; null if nothing limits it
 */
public record Power(Method method, Double missProbability, String why) {
  /** What was done. */
  public enum Method {
    /** Every row and the structure. */
    @JsonProperty("exact")
    EXACT,
    /** The structure, and the rows of some chunks. */
    @JsonProperty("sampled")
    SAMPLED,
    /** The structure, the number of rows, and a checksum that a change may not show in. */
    @JsonProperty("weakChecksum")
    WEAK_CHECKSUM,
    /** The structure, and the number of rows: a changed row is not seen. */
    @JsonProperty("counted")
    COUNTED,
    /** The whole definition of an object without rows. */
    @JsonProperty("definition")
    DEFINITION,
    /** Nothing, or not enough to say that it is equal. */
    @JsonProperty("notCompared")
    NOT_COMPARED
  }

  /** Two sums of 64 bits of an MD5 each: about 2^-128. No proof against somebody who deceives. */
  private static final double BY_ACCIDENT = Math.pow(2, -128);

  /** Every row was compared. */
  public static Power exact() {
    return new Power(Method.EXACT, BY_ACCIDENT, null);
  }

  /**
   * Some rows were compared.
   *
   * @param rows how many of them
   * @param of how many there are
   */
  public static Power sampled(long rows, long of) {
    return rows >= of
        ? exact()
        : new Power(
            Method.SAMPLED,
            1 - (double) rows / of,
            "%d of %d rows were compared, as asked for".formatted(rows, of));
  }

  /** Only numbers of rows were compared. */
  public static Power counted(String why) {
    return new Power(Method.COUNTED, 1.0, why);
  }

  /** Counted, with a checksum that misses changes more often than can be said. */
  public static Power weak(String why) {
    return new Power(Method.WEAK_CHECKSUM, null, why);
  }

  /** The definition of an object without rows. */
  public static Power definition() {
    return new Power(Method.DEFINITION, 0.0, null);
  }

  /** Not compared. */
  public static Power none(String why) {
    return new Power(Method.NOT_COMPARED, null, why);
  }
}
