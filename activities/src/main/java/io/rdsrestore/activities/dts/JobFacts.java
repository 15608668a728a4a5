package io.rdsrestore.activities.dts;

import io.rdsrestore.activities.cloud.Answer;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * A job as DTS shows it.
 *
 * @param id DtsJobId
 * @param instanceId DtsInstanceID; null while it is not bought
 * @param name DtsJobName
 * @param status Status, as DTS spells it
 * @param state what that means
 * @param sourceInstance SourceEndpoint.InstanceID
 * @param targetInstance DestinationEndpoint.InstanceID
 * @param answer all of it
 */
record JobFacts(
    String id,
    String instanceId,
    String name,
    String status,
    JobState state,
    String sourceInstance,
    String targetInstance,
    Answer answer) {

  static JobFacts of(Answer job) {
    String status = job.textOrEmpty("Status");
    return new JobFacts(
        job.text("DtsJobId"),
        job.text("DtsInstanceID"),
        job.textOrEmpty("DtsJobName"),
        status,
        JobState.of(status.toLowerCase(Locale.ROOT)),
        job.part("SourceEndpoint").text("InstanceID"),
        job.part("DestinationEndpoint").text("InstanceID"),
        job);
  }

  /** CreateTime; null if there is none that can be read. */
  Instant createdAt() {
    try {
      String text = answer.text("CreateTime");
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  boolean isBought() {
    return instanceId != null;
  }
}
