package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.activity.ComparisonVerdict;
import io.rdsrestore.workflows.activity.TableComparison;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.request.VerifyMode;
import io.rdsrestore.workflows.verify.ComparedKind;
import io.rdsrestore.workflows.verify.DatabaseStructure;
import io.rdsrestore.workflows.verify.DefinedObject;
import io.rdsrestore.workflows.verify.Difference;
import io.rdsrestore.workflows.verify.NameMap;
import io.rdsrestore.workflows.verify.Power;
import io.rdsrestore.workflows.verify.QualifiedName;
import io.rdsrestore.workflows.verify.StructureDiff;
import io.rdsrestore.workflows.verify.WritingSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compares what a database has beside tables. */
final class ObjectComparison {
  private final VerificationScope scope;
  private final NameMap names;

  ObjectComparison(VerificationScope scope, NameMap names) {
    this.scope = scope;
    this.names = names;
  }

  List<TableComparison> of(
      ObjectTarget object, DatabaseStructure source, DatabaseStructure target) {
    List<TableComparison> compared = new ArrayList<>();
    if (scope.mode() == VerifyMode.NONE
        || !(scope.structure() || scope.everything())
        || !source.exists()
        || !target.exists()) {
      return compared;
    }
    if (scope.everything()) {
      compared.add(database(source, target));
    }
    Map<ComparedKind, String> unseen = new TreeMap<>(target.unseen());
    unseen.putAll(source.unseen());
    for (DefinedObject one : source.objects()) {
      compared.add(compared(object, one, target, unseen.get(one.kind())));
    }
    if (object.isWhole()) {
      unseen.forEach(
          (kind, why) -> {
            if (brings(object, kind)) {
              compared.add(notSeen(kind, source, target, why));
            }
          });
    }
    if (scope.everything()) {
      moreInTarget(object, source, target, compared);
    }
    return compared;
  }

  private static TableComparison database(DatabaseStructure source, DatabaseStructure target) {
    List<Difference> differences = new ArrayList<>();
    if (!source.charset().equals(target.charset())) {
      differences.add(new Difference("default charset", source.charset(), target.charset()));
    }
    if (!source.collation().equals(target.collation())) {
      differences.add(new Difference("default collation", source.collation(), target.collation()));
    }
    return verdict(
        ComparedKind.DATABASE, source.name(), target.name(), Power.definition(), differences);
  }

  /** DTS brings a whole database with all but its events, and of chosen tables only themselves. */
  private boolean brings(ObjectTarget object, ComparedKind kind) {
    return scope.everything() || (object.isWhole() && kind != ComparedKind.EVENT);
  }

  private TableComparison compared(
      ObjectTarget object, DefinedObject source, DatabaseStructure target, String unseen) {
    String sourceName = source.name().toString();
    String targetName = new QualifiedName(target.name(), source.name().name()).toString();
    if (!brings(object, source.kind())) {
      String why = "DTS brings no %s with this selection".formatted(source.kind().word());
      return result(
          source.kind(),
          sourceName,
          targetName,
          ComparisonVerdict.NOT_RESTORED,
          why,
          Power.none(why),
          List.of());
    }
    Optional<DefinedObject> found = target.object(source.kind(), source.name().name());
    if (found.isEmpty()) {
      return unseen == null
          ? verdict(
              source.kind(),
              sourceName,
              targetName,
              Power.definition(),
              List.of(new Difference(source.kind().word(), sourceName, null)))
          : notCompared(source.kind(), sourceName, targetName, unseen);
    }
    List<Difference> differences = StructureDiff.objects(source, found.get(), names);
    return differences.isEmpty() && source.body() == null
        ? notCompared(
            source.kind(),
            sourceName,
            targetName,
            "it is there, but the account may not read what it does")
        : result(
            source.kind(),
            sourceName,
            targetName,
            differences.isEmpty() ? ComparisonVerdict.EQUAL : ComparisonVerdict.DIFFERENT,
            WritingSession.ofSameView(source, found.get()).orElse(null),
            Power.definition(),
            differences);
  }

  private static TableComparison notSeen(
      ComparedKind kind, DatabaseStructure source, DatabaseStructure target, String why) {
    return notCompared(kind, source.name() + ".*", target.name() + ".*", why);
  }

  private static void moreInTarget(
      ObjectTarget object,
      DatabaseStructure source,
      DatabaseStructure target,
      List<TableComparison> compared) {
    for (DefinedObject more : target.objects()) {
      if (source.object(more.kind(), more.name().name()).isEmpty()) {
        compared.add(onlyInTarget(more.kind(), source.name(), more.name()));
      }
    }
    if (object.isWhole()) {
      target.tables().keySet().stream()
          .filter(name -> !source.tables().containsKey(name))
          .forEach(
              name ->
                  compared.add(
                      onlyInTarget(
                          ComparedKind.TABLE,
                          source.name(),
                          new QualifiedName(target.name(), name))));
    }
  }

  private static TableComparison onlyInTarget(
      ComparedKind kind, String sourceDatabase, QualifiedName name) {
    return verdict(
        kind,
        new QualifiedName(sourceDatabase, name.name()).toString(),
        name.toString(),
        Power.definition(),
        List.of(new Difference(kind.word(), null, name.toString())));
  }

  private static TableComparison notCompared(
      ComparedKind kind, String source, String target, String why) {
    return result(
        kind, source, target, ComparisonVerdict.NOT_COMPARED, why, Power.none(why), List.of());
  }

  private static TableComparison verdict(
      ComparedKind kind, String source, String target, Power power, List<Difference> differences) {
    return result(
        kind,
        source,
        target,
        differences.isEmpty() ? ComparisonVerdict.EQUAL : ComparisonVerdict.DIFFERENT,
        null,
        power,
        differences);
  }

  private static TableComparison result(
      ComparedKind kind,
      String source,
      String target,
      ComparisonVerdict verdict,
      String note,
      Power power,
      List<Difference> differences) {
    return new TableComparison(
        source,
        target,
        verdict,
        0,
        0,
        null,
        null,
        note,
        kind,
        power,
        differences.stream().limit(TableComparison.MOST_DIFFERENCES).toList());
  }
}
