package io.rdsrestore.sandbox.memory;

import io.rdsrestore.sandbox.dataplane.CopySpec;
import io.rdsrestore.sandbox.dataplane.CopySpec.DatabaseMapping;
import io.rdsrestore.sandbox.dataplane.CopySpec.TableMapping;
import io.rdsrestore.sandbox.dataplane.PrecheckItem;
import io.rdsrestore.sandbox.dts.DtsNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The precheck items that can be told from metadata alone. */
final class MemoryPrecheck {
  private final CopySpec spec;
  private final MemoryInstance source;
  private final MemoryInstance target;

  MemoryPrecheck(CopySpec spec, MemoryInstance source, MemoryInstance target) {
    this.spec = spec;
    this.source = source;
    this.target = target;
  }

  List<PrecheckItem> run() {
    return List.of(
        item("CHECK_CONN_SRC", false, connection(spec.source(), source)),
        item("CHECK_CONN_DEST", false, connection(spec.target(), target)),
        item("CHECK_AUTH_SRC", false, sourceRights()),
        item("CHECK_AUTH_DEST", false, targetRights()),
        item("CHECK_SRC", true, missingObjects()),
        item("CHECK_SAME_OBJ", true, sameObjects()));
  }

  private static PrecheckItem item(String name, boolean canSkip, List<String> problems) {
    return new PrecheckItem(name, problems.isEmpty(), canSkip, String.join("; ", problems));
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
        ? List.of("DTS-60001 Access denied for user '" + login.user() + "'")
        : List.of();
  }

  private List<String> sourceRights() {
    Contents.Login login = source.contents.latest().logins().get(spec.source().user());
    return spec.databases().stream()
        .map(DatabaseMapping::name)
        .filter(database -> login == null || !login.mayRead(database))
        .map(database -> "SELECT on " + database + " is not granted")
        .toList();
  }

  private List<String> targetRights() {
    Contents.Login login = target.contents.latest().logins().get(spec.target().user());
    return spec.databases().stream()
        .map(DatabaseMapping::as)
        .filter(database -> login == null || !login.mayWrite(database))
        .map(database -> "read and write on " + database + " are not granted")
        .toList();
  }

  private List<String> missingObjects() {
    List<String> missing = new ArrayList<>();
    for (DatabaseMapping database : spec.databases()) {
      if (!source.contents.latest().databases().containsKey(database.name())) {
        missing.add("the database " + database.name() + " does not exist");
        continue;
      }
      Set<String> there = source.contents.latest().tables(database.name());
      for (TableMapping table : database.tables()) {
        if (!there.contains(table.name())) {
          missing.add("the table " + database.name() + "." + table.name() + " does not exist");
        }
      }
    }
    return missing;
  }

  private List<String> sameObjects() {
    if (spec.targetTableMode().equals("2") || !spec.structure()) {
      return List.of();
    }
    List<String> same = new ArrayList<>();
    for (DatabaseMapping database : spec.databases()) {
      Set<String> there = target.contents.latest().tables(database.as());
      for (TableMapping table : Selection.tables(database, source.contents.latest())) {
        if (there.contains(table.as())) {
          same.add("the table " + database.as() + "." + table.as() + " exists");
        }
      }
    }
    return same;
  }
}
