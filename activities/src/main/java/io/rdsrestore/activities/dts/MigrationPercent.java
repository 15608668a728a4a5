package io.rdsrestore.activities.dts;

import io.rdsrestore.activities.cloud.Answer;

/** How far a copy is, structure and data together; data takes nearly all of the time. */
final class MigrationPercent {
  static final String STRUCTURE = "StructureInitializationStatus";
  static final String DATA = "DataInitializationStatus";

  private static final int DATA_SHARE = 95;
  private static final int DONE = 100;

  private MigrationPercent() {}

  /** 0 to 100, from a job of DescribeDtsJobs. */
  static int of(Answer job) {
    Answer mode = job.part("MigrationMode");
    boolean structure = !mode.isFalse("StructureInitialization");
    boolean data = !mode.isFalse("DataInitialization");
    int structurePercent = parse(job.part(STRUCTURE).text("Percent"));
    int dataPercent = parse(job.part(DATA).text("Percent"));
    if (!structure) {
      return dataPercent;
    }
    if (!data) {
      return structurePercent;
    }
    return (dataPercent * DATA_SHARE + structurePercent * (DONE - DATA_SHARE)) / DONE;
  }

  /** {@code 45}, {@code 45.3} or {@code 45%}; 0 if it is none of these. */
  static int parse(String percent) {
    if (percent == null) {
      return 0;
    }
    try {
      double value = Double.parseDouble(percent.replace("%", "").strip());
      return (int) Math.max(0, Math.min(DONE, value));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
