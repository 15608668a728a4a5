package io.rdsrestore.workflows.request;

import io.rdsrestore.workflows.json.RestoreJson;
import java.time.Instant;
import java.util.List;

/** A request with a part of it changed, held against all rules of a request again. */
public final class RequestChange {
  private RequestChange() {}

  /**
   * The request with other objects.
   *
   * @param objects null: as before
   * @param target null: as before
   * @param now what a restore point must not lie after
   */
  public static ReadRequest ofObjects(
      RestoreRequest request, List<DatabaseSelection> objects, TargetMode target, Instant now) {
    return checked(request.withObjects(objects, target), now);
  }

  /** The request with another restore point. */
  public static ReadRequest ofRestorePoint(
      RestoreRequest request, RestorePoint restoreTo, Instant now) {
    return checked(request.withRestoreTo(restoreTo), now);
  }

  private static ReadRequest checked(RestoreRequest changed, Instant now) {
    return RequestReader.read(RestoreJson.write(changed), now);
  }
}
