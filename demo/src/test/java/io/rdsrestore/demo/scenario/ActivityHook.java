package io.rdsrestore.demo.scenario;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lets a test do something at the very moment at which an activity begins or has ended. */
final class ActivityHook extends WorkerInterceptorBase {
  /** On which side of an activity's body. */
  enum Side {
    BEFORE,
    AFTER
  }

  /** Told when an activity is tried first, and when it has succeeded. */
  interface Listener {
    void at(String activity, Side side);
  }

  private final List<String> activities = new CopyOnWriteArrayList<>();
  private volatile Listener listener = (activity, side) -> {};

  void listen(Listener wanted) {
    listener = wanted;
  }

  /** Does something once, when an activity of this type begins for the first time. */
  void once(String activityType, Runnable deed) {
    AtomicBoolean done = new AtomicBoolean();
    listen(
        (activity, side) -> {
          if (activity.equals(activityType)
              && side == Side.BEFORE
              && done.compareAndSet(false, true)) {
            deed.run();
          }
        });
  }

  /** The activities that have begun so far, in order. */
  List<String> activities() {
    return activities;
  }

  @Override
  public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
    return new ActivityInboundCallsInterceptorBase(next) {
      private ActivityInfo info;

      @Override
      public void init(ActivityExecutionContext context) {
        info = context.getInfo();
        super.init(context);
      }

      @Override
      public ActivityOutput execute(ActivityInput input) {
        if (info.getAttempt() == 1) {
          activities.add(info.getActivityType());
          listener.at(info.getActivityType(), Side.BEFORE);
        }
        ActivityOutput output = super.execute(input);
        listener.at(info.getActivityType(), Side.AFTER);
        return output;
      }
    };
  }
}
