package io.rdsrestore.activities.dts;

import com.aliyuncs.dts.model.v20200101.StartDtsJobRequest;
import io.rdsrestore.activities.ActivityBoundary;
import io.rdsrestore.activities.Attempt;
import io.rdsrestore.workflows.activity.JobReference;
import java.time.Duration;
import java.util.Optional;

/**
 * Sets a job on its way (StartDtsJob), and waits a moment until DTS shows it: a look at the old
 * state would take the last precheck's end for this one's.
 */
final class JobStart {
  private static final String STARTED = "started from ";
  // A precheck may fail faster than it is looked at: then the state never seems to change.
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final DtsApi dts;
  private final ActivityBoundary boundary;

  JobStart(DtsApi dts, ActivityBoundary boundary) {
    this.dts = dts;
    this.boundary = boundary;
  }

  String ensure(JobReference reference) {
    Attempt attempt = Attempt.current();
    JobFacts job = dts.freshJob(reference);
    Optional<String> startedFrom =
        attempt
            .lastNote()
            .filter(note -> note.startsWith(STARTED))
            .map(note -> note.substring(STARTED.length()));
    if (startedFrom.isEmpty()) {
      if (!job.state().isStartable()) {
        return job.status();
      }
      start(reference, job);
    }
    String before = startedFrom.orElse(job.status());
    attempt.note(STARTED + before);
    String now = dts.ownJob(reference).status();
    boolean shown = !now.equals(before);
    if (!shown && attempt.elapsed().compareTo(LONGEST) < 0) {
      throw boundary.notYet("DTS job %s was started and is still %s".formatted(job.id(), now));
    }
    return before;
  }

  private void start(JobReference reference, JobFacts job) {
    StartDtsJobRequest request = new StartDtsJobRequest();
    request.setDtsJobId(job.id());
    request.setDtsInstanceId(job.instanceId());
    dts.cloud().write(reference.regionId(), request);
  }
}
