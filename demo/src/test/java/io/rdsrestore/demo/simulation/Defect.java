package io.rdsrestore.demo.simulation;

import com.aliyuncs.dts.model.v20200101.CreateDtsInstanceRequest;
import com.aliyuncs.rds.model.v20140815.DeleteDBInstanceRequest;
import io.rdsrestore.workflows.activity.EnsureClone;
import io.rdsrestore.workflows.activity.EnsureJobBought;
import io.rdsrestore.workflows.activity.Removal;
import io.temporal.activity.Activity;
import io.temporal.failure.ApplicationFailure;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;

/** Ways in which the worker could be broken, between the workflow and its activities. */
enum Defect {
  NONE,

  /** The clone's token and description carry the id of no restore. */
  MARK_OF_ANOTHER_RESTORE {
    @Override
    Object around(Inner inner, Object wanted, Simulation simulation) {
      return wanted instanceof EnsureClone clone
          ? inner.run(
              new EnsureClone(
                  "aaaaaaaaaaaaaaaa",
                  clone.ordinal(),
                  clone.primary(),
                  clone.restoreTo(),
                  clone.purchase(),
                  clone.expires(),
                  clone.unknownOutcomeWait()))
          : inner.run(wanted);
    }
  },

  /** Each attempt buys as if there had been none before. */
  LOOK_UP_SKIPPED {
    @Override
    Object around(Inner inner, Object wanted, Simulation simulation) {
      return wanted instanceof EnsureClone clone
          ? inner.run(
              new EnsureClone(
                  clone.restoreId(),
                  clone.ordinal() + Activity.getExecutionContext().getInfo().getAttempt() - 1,
                  clone.primary(),
                  clone.restoreTo(),
                  clone.purchase(),
                  clone.expires(),
                  clone.unknownOutcomeWait()))
          : inner.run(wanted);
    }
  },

  /** A purchase of a job is sent again at once when its outcome is unknown. */
  SENT_AGAIN_AT_ONCE {
    @Override
    Object around(Inner inner, Object wanted, Simulation simulation) {
      try {
        return inner.run(wanted);
      } catch (ApplicationFailure e) {
        if (wanted instanceof EnsureJobBought job && e.getType().equals("OUTCOME_UNKNOWN")) {
          CreateDtsInstanceRequest request = new CreateDtsInstanceRequest();
          request.setJobId(job.job().jobId());
          request.setPayType("PostPaid");
          request.setInstanceClass(job.instanceClass());
          request.setQuantity(1);
          simulation.cloud().write(request);
        }
        throw e;
      }
    }
  },

  /** What looks like ours is deleted with it. */
  DELETED_WITHOUT_A_LOOK_AT_THE_OWNER {
    @Override
    Object around(Inner inner, Object wanted, Simulation simulation) {
      if (inner.is("removeClones")
          && simulation.cloud().sandbox.memory().holds(SimulatedCloud.LOOK_ALIKE)) {
        DeleteDBInstanceRequest request = new DeleteDBInstanceRequest();
        request.setDBInstanceId(SimulatedCloud.LOOK_ALIKE);
        simulation.cloud().write(request);
      }
      return inner.run(wanted);
    }
  },

  /** The clean-up is cancelled together with the restore. */
  CLEAN_UP_NOT_DETACHED {
    @Override
    Object around(Inner inner, Object wanted, Simulation simulation) {
      return simulation.stopped() && (inner.is("removeClones") || inner.is("removeJob"))
          ? new Removal(List.of(), List.of())
          : inner.run(wanted);
    }
  },

  /** The clone goes, and its job stays. */
  JOB_NOT_RELEASED {
    @Override
    Object around(Inner inner, Object wanted, Simulation simulation) {
      return inner.is("removeJob") ? new Removal(List.of(), List.of()) : inner.run(wanted);
    }
  },

  /** The primary stays open. */
  WHITELIST_NOT_CLOSED {
    @Override
    Object around(Inner inner, Object wanted, Simulation simulation) {
      return inner.is("removeWhitelist") ? null : inner.run(wanted);
    }
  },

  /** The managed account stays on the primary. */
  ACCOUNT_NOT_REMOVED {
    @Override
    Object around(Inner inner, Object wanted, Simulation simulation) {
      return inner.is("removeAccount") ? null : inner.run(wanted);
    }
  },

  /** The request is changed on its way, so that nobody is asked. */
  APPROVAL_NOT_AWAITED;

  /** An activity, without the defect. */
  interface Inner {
    boolean is(String method);

    Object run(Object wanted);
  }

  Object around(Inner inner, Object wanted, Simulation simulation) {
    return inner.run(wanted);
  }

  /** The same activities with this defect. */
  <T> T plantInto(Class<T> type, T activities, Simulation simulation) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getDeclaringClass() == Object.class) {
                return method.invoke(activities, arguments);
              }
              return around(
                  new Inner() {
                    @Override
                    public boolean is(String name) {
                      return method.getName().equals(name);
                    }

                    @Override
                    public Object run(Object wanted) {
                      try {
                        return method.invoke(activities, wanted);
                      } catch (InvocationTargetException e) {
                        if (e.getCause() instanceof RuntimeException cause) {
                          throw cause;
                        }
                        throw new IllegalStateException(e.getCause());
                      } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                      }
                    }
                  },
                  arguments[0],
                  simulation);
            }));
  }
}
