package io.rdsrestore.activities.rds;

import com.aliyuncs.rds.model.v20140815.CreateDatabaseRequest;
import io.rdsrestore.activities.ActivityBoundary;
import io.rdsrestore.activities.Attempt;
import io.rdsrestore.activities.cloud.Answer;
import io.rdsrestore.activities.cloud.CloudException;
import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.activity.EnsureDatabase;
import io.rdsrestore.workflows.activity.EnsuredDatabase;
import java.util.Optional;

/** Databases on the primary that DTS will write into. */
final class TargetDatabases {
  private static final String CREATING = "creating";
  private static final String FOUND = "there already";

  private final RdsApi rds;
  private final ActivityBoundary boundary;

  TargetDatabases(RdsApi rds, ActivityBoundary boundary) {
    this.rds = rds;
    this.boundary = boundary;
  }

  EnsuredDatabase ensure(EnsureDatabase wanted) {
    Attempt attempt = Attempt.current();
    // An earlier attempt asked for it: then it is ours, whatever became of the answer.
    boolean ours = attempt.lastNote().filter(CREATING::equals).isPresent();
    Optional<Answer> database = rds.database(wanted.instance(), wanted.name());
    if (database.isEmpty()) {
      attempt.note(CREATING);
      ours |= create(wanted);
      database = rds.database(wanted.instance(), wanted.name());
    }
    // The SDK sends a call without an answer again by itself: then the second says "exists".
    ours |= database.filter(found -> isMarked(found, wanted)).isPresent();
    attempt.noteDone(ours ? CREATING : FOUND);
    String status = database.map(found -> found.textOrEmpty("DBStatus")).orElse("not listed");
    if (!status.equalsIgnoreCase(InstanceReader.RUNNING)) {
      throw boundary.notYet("Database %s is %s".formatted(wanted.name(), status));
    }
    return new EnsuredDatabase(wanted.name(), ours);
  }

  private static boolean isMarked(Answer database, EnsureDatabase wanted) {
    return wanted.restoreId() != null
        && RestoreMark.isMarked(database.textOrEmpty("DBDescription"), wanted.restoreId());
  }

  /** Whether this call created it; false if it was there. */
  private boolean create(EnsureDatabase wanted) {
    CreateDatabaseRequest request = new CreateDatabaseRequest();
    request.setDBInstanceId(wanted.instance().instanceId());
    request.setDBName(wanted.name());
    request.setCharacterSetName(wanted.charset());
    if (wanted.restoreId() != null) {
      request.setDBDescription(RestoreMark.databaseDescription(wanted.restoreId()));
    }
    try {
      rds.cloud().write(wanted.instance().regionId(), request);
      return true;
    } catch (CloudException e) {
      if (e.isExisting()) {
        return false;
      }
      throw e;
    }
  }
}
