package io.rdsrestore.workflows.request;

import io.rdsrestore.workflows.language.Language;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Valid requests of every shape. */
final class RequestArbitraries {
  private RequestArbitraries() {}

  static Arbitrary<RestoreRequest> requests() {
    return Combinators.combine(
            restorePoints(),
            objects(),
            options(),
            accounts(),
            limits(),
            clones(),
            texts(),
            Arbitraries.of(Language.class))
        .as(
            (restoreTo, objects, options, accounts, limits, clone, reason, language) ->
                new RestoreRequest(
                    "cn-hangzhou",
                    "rm-primary01",
                    restoreTo,
                    objects,
                    "ana",
                    reason,
                    options.target,
                    options.migrate,
                    "task 1",
                    options.onConflict,
                    accounts,
                    options.approval,
                    options.approval == ApprovalMode.NOT_REQUIRED,
                    clone,
                    options.verify,
                    options.place.moveIn,
                    options.place.floor,
                    options.place.afterwards,
                    options.place.undoFor,
                    options.autoRepair,
                    language,
                    options.migration,
                    limits));
  }

  private record Options(
      TargetMode target,
      List<MigrationPart> migrate,
      ConflictMode onConflict,
      ApprovalMode approval,
      VerifyMode verify,
      Place place,
      AutoRepair autoRepair,
      CopyRate migration) {}

  private static Arbitrary<Options> options() {
    return Combinators.combine(
            Arbitraries.of(TargetMode.class),
            Arbitraries.of(
                MigrationPart.BOTH, List.of(MigrationPart.STRUCTURE), List.of(MigrationPart.DATA)),
            Arbitraries.of(ConflictMode.class),
            Arbitraries.of(ApprovalMode.class),
            Arbitraries.of(VerifyMode.class),
            places(),
            Arbitraries.of(AutoRepair.class),
            Arbitraries.of(
                CopyRate.unlimited(), new CopyRate(5000L, null), new CopyRate(1L, 1L << 20)))
        .as(Options::new)
        .filter(
            options ->
                options.target != TargetMode.SIDE_BY_SIDE
                    || options.migrate.contains(MigrationPart.STRUCTURE))
        .filter(
            options ->
                options.place.isUsual()
                    || (options.target == TargetMode.AUTO
                        && options.migrate.contains(MigrationPart.STRUCTURE)));
  }

  private record Place(MoveIn moveIn, Long floor, Afterwards afterwards, Duration undoFor) {
    boolean isUsual() {
      return moveIn == MoveIn.WHEN_VERIFIED && (floor == null || afterwards == Afterwards.ASK);
    }
  }

  private static Arbitrary<Place> places() {
    return Combinators.combine(
            Arbitraries.of(MoveIn.class),
            Arbitraries.longs().between(1, Long.MAX_VALUE).injectNull(0.5),
            Arbitraries.of(Afterwards.class),
            Arbitraries.of(Duration.ofHours(12), Duration.ofDays(30)).injectNull(0.5))
        .as(Place::new)
        .filter(place -> place.undoFor == null || place.afterwards == Afterwards.ASK)
        .filter(
            place ->
                place.floor == null
                    || place.moveIn != MoveIn.NEVER
                    || place.afterwards == Afterwards.ASK);
  }

  private static Arbitrary<RestorePoint> restorePoints() {
    return Arbitraries.oneOf(
        Arbitraries.longs()
            .between(0, Requests.NOW.getEpochSecond())
            .map(second -> RestorePoint.at(Instant.ofEpochSecond(second))),
        Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(20).map(RestorePoint::backup));
  }

  private static Arbitrary<String> names() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .withChars("0_-")
        .ofMinLength(1)
        .ofMaxLength(20);
  }

  private static Arbitrary<String> tableNames() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .withChars("0_- `'\"订")
        .ofMinLength(1)
        .ofMaxLength(63)
        .map(name -> name + "x");
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.strings().ofMaxLength(100).map(text -> "because " + text);
  }

  private static Arbitrary<List<DatabaseSelection>> objects() {
    return names()
        .filter(name -> !name.equals("sys") && !name.equals("mysql"))
        .list()
        .uniqueElements()
        .ofMinSize(1)
        .ofMaxSize(4)
        .flatMap(
            names ->
                Combinators.combine(names.stream().map(RequestArbitraries::database).toList())
                    .as(selections -> selections));
  }

  private static Arbitrary<DatabaseSelection> database(String name) {
    Arbitrary<String> as = Arbitraries.of(true, false).map(given -> given ? name + "_AS" : null);
    return Combinators.combine(as, tables().injectNull(0.3))
        .as((given, tables) -> new DatabaseSelection(name, given, tables));
  }

  private static Arbitrary<List<TableSelection>> tables() {
    return tableNames()
        .list()
        .uniqueElements()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(
            names ->
                IntStream.range(0, names.size())
                    .mapToObj(i -> new TableSelection(names.get(i), i % 2 == 0 ? null : "AS" + i))
                    .toList());
  }

  private static Arbitrary<Accounts> accounts() {
    AccountReference reference = new AccountReference("dba", "file:/run/secrets/dba");
    return Arbitraries.of(
        Accounts.managed(),
        new Accounts(AccountMode.EXISTING, "app", "env:APP", null, null),
        new Accounts(AccountMode.EXISTING, "app", "env:APP", reference, null),
        new Accounts(AccountMode.EXISTING, null, null, reference, reference));
  }

  private static Arbitrary<Limits> limits() {
    Arbitrary<Duration> duration =
        Arbitraries.longs().between(1, Duration.ofDays(7).toMillis()).map(Duration::ofMillis);
    return Combinators.combine(duration, duration, duration, duration, duration, duration, others())
        .as(
            (clone, precheck, migration, reminder, deadline, unknown, others) ->
                new Limits(
                    clone,
                    precheck,
                    migration,
                    reminder,
                    deadline,
                    unknown,
                    others.maxCost,
                    others.diskPercent,
                    others.replicaDelay,
                    others.threadsRunning));
  }

  private record Others(
      BigDecimal maxCost, int diskPercent, Duration replicaDelay, int threadsRunning) {}

  private static Arbitrary<Others> others() {
    return Combinators.combine(
            Arbitraries.of(BigDecimal.ONE, new BigDecimal("12.5")).injectNull(0.5),
            Arbitraries.integers().between(1, 99),
            Arbitraries.integers().between(1, 3600).map(Duration::ofSeconds),
            Arbitraries.integers().between(1, 100_000))
        .as(Others::new);
  }

  private static Arbitrary<CloneWish> clones() {
    return Arbitraries.of(
        CloneWish.asPrimary(),
        new CloneWish("mysql.x4.large.2c", null, null, null, Duration.ofHours(36)),
        new CloneWish("mysql.n2", "cloud_essd", "cn-hangzhou-b", "vsw-bp1", null));
  }
}
