package io.rdsrestore.sandbox.memory;

import io.rdsrestore.sandbox.dataplane.CopySpec;
import io.rdsrestore.sandbox.dataplane.CopySpec.DatabaseMapping;
import io.rdsrestore.sandbox.dataplane.CopySpec.TableMapping;
import io.rdsrestore.sandbox.dataplane.PrecheckItem;
import io.rdsrestore.sandbox.dataplane.PrecheckNames;
import io.rdsrestore.sandbox.dts.DtsNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The precheck items that can be told from metadata alone. */
final class MemoryPrecheck {
  private static final Pattern CREATABLE_NAME = Pattern.compile("[A-Za-z0-9_-]+");

  private final CopySpec spec;
  private final MemoryInstance source;
  private final MemoryInstance target;

  MemoryPrecheck(CopySpec spec, MemoryInstance source, MemoryInstance target) {
    this.spec = spec;
    this.source = source;
    this.target = target;
  }

  List<PrecheckItem> run() {
    List<PrecheckItem> items = new ArrayList<>();
    items.add(item(PrecheckNames.SOURCE_CONNECTION, connection(spec.source(), source)));
    items.add(item(PrecheckNames.TARGET_CONNECTION, connection(spec.target(), target)));
    items.add(item(PrecheckNames.SOURCE_RIGHTS, sourceRights()));
    items.add(item(PrecheckNames.TARGET_RIGHTS, targetRights()));
    items.add(item(PrecheckNames.SCHEMAS, schemas()));
    if (spec.structure() && spec.targetTableMode().equals("0")) {
      items.add(item(PrecheckNames.SAME_OBJECTS, existingTables("exists")));
    }
    if (spec.needsEmptyTables()) {
      // There are no rows to count here; a table that exists is taken for one that has some.
      items.add(item(PrecheckNames.EMPTY_TABLES, existingTables("holds rows")));
    }
    target.engine.limits(spec).forEach((name, problems) -> items.add(item(name, problems)));
    if (spec.checks().accounts()) {
      items.add(item(PrecheckNames.SAME_USERS, sameUsers()));
    }
    return items;
  }

  private static PrecheckItem item(String name, List<String> problems) {
    return PrecheckItem.of(name, String.join("; ", problems));
  }

  private static List<String> connection(CopySpec.Login login, MemoryInstance instance) {
    if (!instance.admits(DtsNetwork.VPC)) {
      return List.of(
          "DTS-70211 cannot connect to "
              + login.instanceId()
              + ": its whitelist does not let in the DTS servers");
    }
    Contents.Login known = instance.contents.latest().logins().get(login.user());
    return known == null || !known.password().equals(login.password())
        ? List.of(instance.engine.loginFailed(login.user()))
        : List.of();
  }

  private List<String> sourceRights() {
    Contents.Login login = source.contents.latest().logins().get(spec.source().user());
    return spec.databases().stream()
        .map(DatabaseMapping::name)
        .filter(database -> login == null || !source.engine.mayRead(login, database))
        .map(source.engine::cannotRead)
        .toList();
  }

  private List<String> targetRights() {
    Contents.Login login = target.contents.latest().logins().get(spec.target().user());
    return spec.databases().stream()
        .map(DatabaseMapping::as)
        .filter(database -> login == null || !target.engine.mayWrite(login, database))
        .map(target.engine::cannotWrite)
        .toList();
  }

  private List<String> schemas() {
    List<String> problems = new ArrayList<>();
    for (DatabaseMapping database : spec.databases()) {
      if (!source.contents.latest().databases().containsKey(database.name())) {
        problems.add("the database " + database.name() + " does not exist");
        continue;
      }
      if (!target.contents.latest().databases().containsKey(database.as())
          && !CREATABLE_NAME.matcher(database.as()).matches()) {
        problems.add("DTS cannot create the database " + database.as());
      }
      Set<String> there = source.contents.latest().tables(database.name());
      for (TableMapping table : database.tables()) {
        if (!there.contains(table.name())) {
          problems.add("the table " + database.name() + "." + table.name() + " does not exist");
        }
      }
    }
    return problems;
  }

  private List<String> existingTables(String what) {
    List<String> existing = new ArrayList<>();
    for (DatabaseMapping database : spec.databases()) {
      Set<String> there = target.contents.latest().tables(database.as());
      for (TableMapping table : Selection.tables(database, source.contents.latest())) {
        if (there.contains(table.as())) {
          existing.add("the table " + database.as() + "." + table.as() + " " + what);
        }
      }
    }
    return existing;
  }

  private List<String> sameUsers() {
    Set<String> same = new TreeSet<>(source.contents.latest().logins().keySet());
    same.retainAll(target.contents.latest().logins().keySet());
    return same.stream().map(name -> "the account " + name + " exists on both sides").toList();
  }
}
