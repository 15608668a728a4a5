package io.rdsrestore.sandbox.dataplane;

/**
 * What columns of a version of MySQL can be.
 *
 * @param json whether there is a type JSON
 * @param fractions whether times can have fractions of a second
 */
record SampleColumns(boolean json, boolean fractions) {

  /**
   * @param engineVersion as RDS says it: 5.5, 5.6 or 5.7
   */
  static SampleColumns of(String engineVersion) {
    return switch (engineVersion) {
      case "5.5" -> new SampleColumns(false, false);
      case "5.6" -> new SampleColumns(false, true);
      default -> new SampleColumns(true, true);
    };
  }

  /** A table's definition for 5.7, as this version can have it. */
  String fit(String definition) {
    String fitting = json ? definition : definition.replace(" JSON", " LONGTEXT");
    return fractions ? fitting : fitting.replaceAll("(DATETIME|TIME)\\(\\d\\)", "$1");
  }

  /** A time as it is stored; it may have a fraction. */
  String fitTime(String time) {
    int point = time.indexOf('.');
    return fractions || point < 0 ? time : time.substring(0, point);
  }
}
