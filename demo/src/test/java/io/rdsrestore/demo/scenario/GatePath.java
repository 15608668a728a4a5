package io.rdsrestore.demo.scenario;

import static io.rdsrestore.demo.scenario.Rehearsal.request;
import static io.rdsrestore.demo.scenario.Rehearsal.unattended;
import static io.rdsrestore.demo.scenario.Rehearsal.with;

import io.rdsrestore.sandbox.http.FaultRule;
import io.rdsrestore.workflows.decision.GateKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A way to each kind of gate. */
enum GatePath {
  APPROVAL(GateKind.APPROVAL) {
    @Override
    Map<String, Object> prepare(Rehearsal rehearsal, Instant restoreTo) {
      return request(restoreTo);
    }
  },
  FAILURE(GateKind.FAILURE) {
    @Override
    Map<String, Object> prepare(Rehearsal rehearsal, Instant restoreTo) {
      rehearsal.fault(FaultRule.error("CreateDtsInstance", "InsufficientBalance", 400, 1));
      return unattended(request(restoreTo));
    }
  },
  /** Of the first step that changes something. */
  EARLY_FAILURE(GateKind.FAILURE) {
    @Override
    Map<String, Object> prepare(Rehearsal rehearsal, Instant restoreTo) {
      rehearsal.fault(FaultRule.error("ModifySecurityIps", "Forbidden.RAM", 403, 1));
      return unattended(request(restoreTo));
    }
  },
  COPY_FAILURE(GateKind.FAILURE) {
    @Override
    Map<String, Object> prepare(Rehearsal rehearsal, Instant restoreTo) {
      rehearsal.fault(FaultRule.error("DtsCopy", "DTS-1020042 disk is full", 400, 1));
      return unattended(request(restoreTo));
    }
  },
  RESTORE_POINT(GateKind.RESTORE_POINT) {
    @Override
    Map<String, Object> prepare(Rehearsal rehearsal, Instant restoreTo) {
      rehearsal.tables().emptyInClone.add("shop.orders");
      return unattended(request(restoreTo));
    }
  },
  PRECHECK(GateKind.PRECHECK) {
    @Override
    Map<String, Object> prepare(Rehearsal rehearsal, Instant restoreTo) {
      rehearsal
          .hook()
          .once(
              "EnsureJob",
              () -> rehearsal.memory().createTable(Rehearsal.PRIMARY, "shop", "orders"));
      return with(unattended(request(restoreTo)), "target", "original");
    }
  },
  DIFFERENCE(GateKind.DIFFERENCE) {
    @Override
    Map<String, Object> prepare(Rehearsal rehearsal, Instant restoreTo) {
      rehearsal.tables().writtenAfterwards.add("shop.orders");
      return unattended(request(restoreTo));
    }
  },
  SWAP(GateKind.SWAP) {
    @Override
    Map<String, Object> prepare(Rehearsal rehearsal, Instant restoreTo) {
      return with(
          with(unattended(request(restoreTo)), "target", "sideBySide"), "afterwards", "ask");
    }
  },
  /** Beside a table that is still there. */
  MERGE(GateKind.SWAP) {
    @Override
    Map<String, Object> prepare(Rehearsal rehearsal, Instant restoreTo) {
      return with(
          SWAP.prepare(rehearsal, restoreTo),
          "objects",
          List.of(Map.of("database", "shop", "tables", List.of("items"))));
    }
  },
  /** A table that waits beside for its free place. */
  MOVE_IN(GateKind.SWAP) {
    @Override
    Map<String, Object> prepare(Rehearsal rehearsal, Instant restoreTo) {
      return with(unattended(request(restoreTo)), "moveIn", "ask");
    }
  },
  COST(GateKind.COST) {
    @Override
    Map<String, Object> prepare(Rehearsal rehearsal, Instant restoreTo) {
      // A second clone would pass the limit; the first waits at another gate until then.
      rehearsal.fault(FaultRule.error("CreateDtsInstance", "InsufficientBalance", 400, 1));
      BigDecimal limit = rehearsal.pricePerHour().multiply(new BigDecimal("3"));
      return with(unattended(request(restoreTo)), "limits", Map.of("maxCost", limit));
    }
  },
  PRESSURE(GateKind.PRESSURE) {
    @Override
    Map<String, Object> prepare(Rehearsal rehearsal, Instant restoreTo) {
      rehearsal
          .hook()
          .once("AwaitMigration", () -> rehearsal.condition().setDiskUsedBytes(95L << 30));
      return unattended(request(restoreTo));
    }
  },
  DDL(GateKind.DDL) {
    @Override
    Map<String, Object> prepare(Rehearsal rehearsal, Instant restoreTo) {
      rehearsal
          .hook()
          .once("AwaitMigration", () -> rehearsal.tables().alteredInClone.add("shop.orders"));
      return unattended(request(restoreTo));
    }
  },
  CLEANUP(GateKind.CLEANUP) {
    @Override
    Map<String, Object> prepare(Rehearsal rehearsal, Instant restoreTo) {
      rehearsal.fault(FaultRule.error("DeleteDBInstance", "Forbidden.RAM", 403, 1));
      return unattended(request(restoreTo));
    }
  };

  private final GateKind kind;

  GatePath(GateKind kind) {
    this.kind = kind;
  }

  GateKind kind() {
    return kind;
  }

  /** Puts in the way what opens the gate; the request to start with. */
  abstract Map<String, Object> prepare(Rehearsal rehearsal, Instant restoreTo);
}
