package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.activity.ForeignKeyFacts;
import io.rdsrestore.workflows.activity.Listed;
import io.rdsrestore.workflows.activity.TableLook;
import io.rdsrestore.workflows.request.RestoreRequest;
import io.rdsrestore.workflows.request.TableSelection;
import java.util.List;
import java.util.Optional;

/**
 * Foreign keys between chosen tables of which one has a free place of its own and the other has
 * not. A key follows a table that moves, so both stay beside.
 */
public final class SplitForeignKeys {
  private static final String ID = "sql.splitForeignKeys";

  private final RestoreRequest request;
  private final List<ObjectTarget> objects;
  private final List<TableLook> looks;

  private SplitForeignKeys(
      RestoreRequest request, List<ObjectTarget> objects, List<TableLook> looks) {
    this.request = request;
    this.objects = objects;
    this.looks = looks;
  }

  /**
   * What the plan says of them once the clone has been looked at; empty if there is none.
   *
   * @param looks which chosen tables the primary has now
   * @param links of the clone: a lost table has taken its own keys with it
   */
  public static Optional<PlanCheck> check(
      RestoreRequest request,
      List<ObjectTarget> objects,
      List<TableLook> looks,
      Listed<ForeignKeyFacts> links) {
    return new SplitForeignKeys(request, objects, looks).check(links.first());
  }

  private Optional<PlanCheck> check(List<ForeignKeyFacts> links) {
    List<ForeignKeyFacts> split =
        links.stream().filter(link -> moves(link.table()) != moves(link.refersTo())).toList();
    return split.isEmpty()
        ? Optional.empty()
        : Optional.of(
            PlanCheck.warning(
                    ID,
                    "tables that a foreign key links move into place together or stay beside together, and of these only one has a free place: "
                        + Names.listed(split.stream().map(this::described).toList()),
                    "if the lost one is to move: drop the key in its copy once that is verified, take the report's RENAME TABLE, and add the key again; or move away what has the other place before the copy is verified")
                .withCommands(split.stream().flatMap(link -> dropped(link).stream()).toList()));
  }

  private String described(ForeignKeyFacts link) {
    String stays = moves(link.table()) ? link.refersTo() : link.table();
    return "%s (%s) to %s, of which %s has its place taken or goes another way"
        .formatted(link.table(), link.name(), link.refersTo(), stays);
  }

  private Optional<String> dropped(ForeignKeyFacts link) {
    return object(link.table())
        .filter(ObjectTarget::isDecided)
        .map(
            object ->
                "/* in the copy */ ALTER TABLE %s DROP FOREIGN KEY %s;"
                    .formatted(
                        SqlName.quote(
                            object.targetDatabase(),
                            selection(object, link.table())
                                .map(TableSelection::targetName)
                                .orElse(name(link.table()))),
                        SqlName.quote(link.name())));
  }

  private boolean moves(String table) {
    return object(table)
        .filter(object -> OwnPlaces.awaits(request, object))
        .flatMap(object -> selection(object, table))
        .filter(chosen -> isFree(table, chosen))
        .isPresent();
  }

  private boolean isFree(String table, TableSelection chosen) {
    return !chosen.targetName().equals(chosen.name())
        || looks.stream()
            .filter(look -> table.equals(look.database() + "." + look.table()))
            .noneMatch(TableLook::onPrimary);
  }

  private Optional<ObjectTarget> object(String table) {
    return objects.stream()
        .filter(object -> object.database().equals(database(table)))
        .filter(object -> object.isWhole() || selection(object, table).isPresent())
        .findFirst();
  }

  private static Optional<TableSelection> selection(ObjectTarget object, String table) {
    return object.isWhole()
        ? Optional.empty()
        : object.tables().stream().filter(chosen -> chosen.name().equals(name(table))).findFirst();
  }

  /** Neither a database nor a table has a dot in its name. */
  private static String database(String table) {
    return table.substring(0, table.indexOf('.'));
  }

  private static String name(String table) {
    return table.substring(table.indexOf('.') + 1);
  }
}
