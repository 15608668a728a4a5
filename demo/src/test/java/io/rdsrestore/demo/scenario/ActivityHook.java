package io.rdsrestore.demo.scenario;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Lets a test do something at the very moment at which an activity begins or has ended. */
final class ActivityHook extends WorkerInterceptorBase {
  /** On which side of an activity's body. */
  enum Side {
    BEFORE,
    AFTER
  }

  /** Told of every first attempt. */
  interface Listener {
    /**
     * An activity runs.
     *
     * @param number 1 for the first of the restore
     */
    void at(int number, String activity, Side side);
  }

  private final List<String> activities = new CopyOnWriteArrayList<>();
  private volatile Listener listener = (number, activity, side) -> {};

  void listen(Listener wanted) {
    listener = wanted;
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
        if (info.getAttempt() > 1) {
          return super.execute(input);
        }
        int number = begin(info.getActivityType());
        listener.at(number, info.getActivityType(), Side.BEFORE);
        ActivityOutput output = super.execute(input);
        listener.at(number, info.getActivityType(), Side.AFTER);
        return output;
      }
    };
  }

  private synchronized int begin(String activity) {
    activities.add(activity);
    return activities.size();
  }
}
