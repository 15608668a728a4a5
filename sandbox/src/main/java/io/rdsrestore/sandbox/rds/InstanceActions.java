package io.rdsrestore.sandbox.rds;

import io.rdsrestore.sandbox.http.ApiCall;
import io.rdsrestore.sandbox.http.ApiException;
import io.rdsrestore.sandbox.http.JsonBody;
import io.rdsrestore.sandbox.settings.Variant;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Looking at instances, protecting and deleting them. */
final class InstanceActions {
  private final RdsContext context;
  private final Instances instances;

  InstanceActions(RdsContext context, Instances instances) {
    this.context = context;
    this.instances = instances;
  }

  Map<String, Object> describeAttribute(ApiCall call) {
    Instance instance = instances.require(call);
    Instant now = context.clock().instant();
    if (!isOlder(instance, now, Variant.cloneFoundAfter)) {
      throw Instances.notFound();
    }
    boolean reachable = instance.isRunning(now);
    Map<String, Object> view =
        InstanceView.attribute(
            instance, reachable ? context.dataPlane().address(instance.dataId()) : null, now);
    return JsonBody.of("Items", JsonBody.wrapped("DBInstanceAttribute", List.of(view)));
  }

  Map<String, Object> describeInstances(ApiCall call) {
    Instant now = context.clock().instant();
    InstanceFilter filter = new InstanceFilter(call, now);
    List<Instance> found =
        instances.all().stream()
            .filter(filter::matches)
            .filter(instance -> isOlder(instance, now, Variant.cloneListedAfter))
            .toList();
    return call.text("MaxResults") == null && call.text("NextToken") == null
        ? byPage(call, found, now)
        : byToken(call, found, now);
  }

  private boolean isOlder(Instance instance, Instant now, Variant age) {
    return !now.isBefore(instance.createdAt().plus(context.variants().duration(age)));
  }

  Map<String, Object> modifyDeletionProtection(ApiCall call) {
    Instance instance = instances.requireRunning(call);
    instance.setDeletionProtection(call.flag("DeletionProtection"));
    return JsonBody.of();
  }

  Map<String, Object> delete(ApiCall call) {
    Instance instance = instances.require(call);
    if (instance.deletionProtection()) {
      throw new ApiException(
          403,
          "OperationDenied.DeletionProtection",
          "The deletion protection of the instance is enabled.");
    }
    instances.requireRunning(instance);
    instances.remove(instance.id());
    context.ledger().released(instance.id(), context.clock().instant());
    context.workers().execute(() -> context.dataPlane().release(instance.id()));
    return JsonBody.of("RegionId", instance.regionId());
  }

  private static Map<String, Object> byPage(ApiCall call, List<Instance> found, Instant now) {
    Page<Instance> page = Page.of(call, found, 30, 1, 100);
    Map<String, Object> body = items(page.items(), now);
    body.put("PageNumber", page.number());
    body.put("PageRecordCount", page.items().size());
    body.put("TotalRecordCount", page.total());
    return body;
  }

  /** The token is the position in the list. */
  private static Map<String, Object> byToken(ApiCall call, List<Instance> found, Instant now) {
    int size = call.number("MaxResults", 30);
    if (size < 1 || size > 100) {
      throw ApiException.invalid("MaxResults", "1 to 100 is expected.");
    }
    String token = call.text("NextToken", "0");
    if (!token.matches("\\d{1,9}")) {
      throw ApiException.invalid("NextToken", "it is not one of ours.");
    }
    int from = Math.min(Integer.parseInt(token), found.size());
    int to = Math.min(from + size, found.size());
    Map<String, Object> body = items(found.subList(from, to), now);
    body.put("PageRecordCount", to - from);
    body.put("TotalRecordCount", found.size());
    if (to < found.size()) {
      body.put("NextToken", Integer.toString(to));
    }
    return body;
  }

  private static Map<String, Object> items(List<Instance> instances, Instant now) {
    return JsonBody.of(
        "Items",
        JsonBody.wrapped(
            "DBInstance",
            instances.stream().map(instance -> InstanceView.listed(instance, now)).toList()));
  }
}
