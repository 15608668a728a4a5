package io.rdsrestore.demo.simulation;

import com.aliyuncs.AcsRequest;
import com.aliyuncs.dts.model.v20200101.CreateDtsInstanceRequest;
import com.aliyuncs.rds.model.v20140815.CloneDBInstanceRequest;
import com.aliyuncs.rds.model.v20140815.DeleteDBInstanceRequest;
import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.activity.AwaitMigration;
import io.rdsrestore.workflows.activity.EnsureClone;
import io.rdsrestore.workflows.activity.EnsureJobBought;
import io.rdsrestore.workflows.activity.MigrationLook;
import io.rdsrestore.workflows.activity.MigrationState;
import io.rdsrestore.workflows.activity.Removal;
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

  /** A purchase of a clone is sent again at once, and not looked for. */
  LOOK_UP_SKIPPED {
    @Override
    Object around(Inner inner, Object wanted, Simulation simulation) {
      return wanted instanceof EnsureClone clone
          ? again(inner, wanted, simulation, another(clone))
          : inner.run(wanted);
    }
  },

  /** A purchase of a job is sent again at once when its outcome is unknown. */
  SENT_AGAIN_AT_ONCE {
    @Override
    Object around(Inner inner, Object wanted, Simulation simulation) {
      return wanted instanceof EnsureJobBought job
          ? again(inner, wanted, simulation, another(job))
          : inner.run(wanted);
    }
  },

  /** A state that was seen once is believed. */
  STATE_BELIEVED_AT_ONCE {
    @Override
    Object around(Inner inner, Object wanted, Simulation simulation) {
      if (wanted instanceof AwaitMigration migration) {
        String state = simulation.cloud().jobState(migration.job().jobId());
        if (state == null || state.equals("Failed") || state.equals("MigrationFailed")) {
          return MigrationLook.of(MigrationState.FAILED, state, 0, "it has failed");
        }
      }
      return inner.run(wanted);
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

  private static Object again(
      Inner inner, Object wanted, Simulation simulation, AcsRequest<?> purchase) {
    try {
      return inner.run(wanted);
    } catch (ApplicationFailure e) {
      if (e.getType().equals("OUTCOME_UNKNOWN")) {
        simulation.cloud().write(purchase);
      }
      throw e;
    }
  }

  /** As the purchase itself, but for the token. */
  private static CloneDBInstanceRequest another(EnsureClone clone) {
    CloneDBInstanceRequest request = new CloneDBInstanceRequest();
    request.setDBInstanceId(clone.primary().instanceId());
    request.setBackupId(SimulatedCloud.BACKUP);
    request.setPayType(clone.purchase().payType());
    request.setDBInstanceClass(clone.purchase().instanceClass());
    request.setDBInstanceStorage(clone.purchase().storageGb());
    request.setDBInstanceStorageType(clone.purchase().storageType());
    request.setZoneId(clone.purchase().zoneId());
    request.setInstanceNetworkType(clone.purchase().networkType());
    request.setVPCId(clone.purchase().vpcId());
    request.setVSwitchId(clone.purchase().vSwitchId());
    request.putQueryParameter(
        "DBInstanceDescription",
        RestoreMark.cloneDescription(
            clone.restoreId(), clone.primary().instanceId(), clone.ordinal(), clone.expires()));
    return request;
  }

  private static CreateDtsInstanceRequest another(EnsureJobBought job) {
    CreateDtsInstanceRequest request = new CreateDtsInstanceRequest();
    request.setJobId(job.job().jobId());
    request.setPayType("PostPaid");
    request.setInstanceClass(job.instanceClass());
    request.setQuantity(1);
    return request;
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
              simulation.attempts().incrementAndGet();
              try {
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
              } finally {
                simulation.attempts().decrementAndGet();
              }
            }));
  }
}
