package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.activity.AccountLogin;
import io.rdsrestore.workflows.activity.CapacityFacts;
import io.rdsrestore.workflows.activity.CapacityQuery;
import io.rdsrestore.workflows.activity.DatabaseLogin;
import io.rdsrestore.workflows.activity.DtsFacts;
import io.rdsrestore.workflows.activity.InstanceFacts;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.activity.Leftover;
import io.rdsrestore.workflows.activity.PriceQuery;
import io.rdsrestore.workflows.activity.ReadSchema;
import io.rdsrestore.workflows.activity.RecoveryFacts;
import io.rdsrestore.workflows.activity.RecoveryQuery;
import io.rdsrestore.workflows.activity.SchemaFacts;
import io.rdsrestore.workflows.request.Accounts;
import io.rdsrestore.workflows.request.DatabaseSelection;
import io.rdsrestore.workflows.request.RestoreRequest;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** Reads all that a plan is made from, and makes it: the same for a restore and for a command. */
public final class PlanReading {
  private final PlanReads reads;
  private final RestoreRequest request;
  private final Accounts accounts;
  private final String restoreId;
  private final InstanceReference primary;

  /**
   * A reading.
   *
   * @param accounts that the restore would use now
   * @param restoreId null where none is running
   */
  public PlanReading(PlanReads reads, RestoreRequest request, Accounts accounts, String restoreId) {
    this.reads = reads;
    this.request = request;
    this.accounts = accounts;
    this.restoreId = restoreId;
    this.primary = new InstanceReference(request.regionId(), request.instanceId());
  }

  /** What of the primary's backups is asked for a request. */
  public static RecoveryQuery recoveryQuery(RestoreRequest request, Engine engine) {
    return new RecoveryQuery(
        new InstanceReference(request.regionId(), request.instanceId()),
        request.restoreTo(),
        request.objects().stream().map(DatabaseSelection::database).toList(),
        engine);
  }

  /** Reads and plans. */
  public PlanReadings read() {
    InstanceFacts facts = reads.readPrimary(primary);
    return new PlanReading(reads, Engine.in(facts).adapted(request), accounts, restoreId)
        .after(facts);
  }

  /** The request is one for the primary's engine by now. */
  private PlanReadings after(InstanceFacts facts) {
    return Engine.of(facts).isSupported()
        ? all(facts)
        : planned(facts, null, null, null, List.of(), Surroundings.unknown());
  }

  private PlanReadings all(InstanceFacts facts) {
    PurchaseConfiguration purchase = PurchaseChoice.of(request, facts);
    AtomicReference<RecoveryFacts> recovery = new AtomicReference<>();
    AtomicReference<Price> price = new AtomicReference<>();
    AtomicReference<DtsFacts> dts = new AtomicReference<>();
    AtomicReference<CapacityFacts> capacity = new AtomicReference<>();
    reads.together(
        List.of(
            () ->
                recovery.set(
                    reads.must(
                        "read the recovery window, the backup sets and clones that earlier restores have left",
                        () ->
                            reads
                                .rds(
                                    "recovery window, backup sets, clones left by earlier restores")
                                .readRecovery(recoveryQuery(request, Engine.in(facts))))),
            () ->
                price.set(
                    reads.must(
                        "read the price of the clone",
                        () ->
                            reads
                                .rds("price of the clone")
                                .readPrice(
                                    new PriceQuery(
                                        primary,
                                        facts.engine(),
                                        facts.engineVersion(),
                                        purchase)))),
            () ->
                dts.set(
                    reads.must(
                        "read the addresses of DTS and its jobs on the primary",
                        () ->
                            reads
                                .dts("addresses of DTS and its jobs on the primary")
                                .readDts(primary))),
            () ->
                capacity.set(
                    reads.must(
                        "read room and load of the primary",
                        () ->
                            reads
                                .rds("room, load and whitelist of the primary")
                                .readCapacity(
                                    new CapacityQuery(
                                        primary,
                                        facts.storageGb(),
                                        facts.readReplicaIds(),
                                        Engine.in(facts)))))));
    return planned(
        facts,
        recovery.get(),
        purchase,
        price.get(),
        Stream.concat(recovery.get().clones().stream(), dts.get().writing().stream()).toList(),
        new Surroundings(
            capacity.get(),
            dts.get().reading(),
            dts.get().addresses(),
            sqlFacts(facts, recovery.get())));
  }

  /** What SQL on the primary tells, where an account exists already; null where none does. */
  private SchemaFacts sqlFacts(InstanceFacts facts, RecoveryFacts recovery) {
    if (accounts.isManaged()) {
      return null;
    }
    DatabaseLogin login =
        new DatabaseLogin(
            primary.instanceId(),
            facts.address(),
            AccountLogin.existing(accounts.onTarget()),
            Engine.in(facts));
    Instant restorePoint = Planner.restorePoint(request.restoreTo(), recovery).orElse(null);
    return reads.lookInto(
        () ->
            reads
                .databases("what SQL tells about the primary")
                .readSchema(
                    new ReadSchema(
                        login,
                        request.objects(),
                        TargetChoice.namesToLookFor(request, restorePoint))));
  }

  private PlanReadings planned(
      InstanceFacts facts,
      RecoveryFacts recovery,
      PurchaseConfiguration purchase,
      Price price,
      List<Leftover> leftovers,
      Surroundings surroundings) {
    Instant restorePoint = Planner.restorePoint(request.restoreTo(), recovery).orElse(null);
    RestorePlan plan =
        Planner.plan(
            new PlanInputs(
                request,
                facts,
                recovery,
                purchase,
                price,
                leftovers,
                surroundings,
                restoreId,
                reads.now()));
    return new PlanReadings(
        facts,
        surroundings.dtsAddresses(),
        restorePoint,
        Planner.restorePointLostAt(request.restoreTo(), recovery, reads.now()).orElse(null),
        plan);
  }
}
