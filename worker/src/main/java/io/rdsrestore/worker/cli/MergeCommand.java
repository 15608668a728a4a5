package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.merge.MergeMode;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The decision {@code merge}. */
@Command(
    name = "merge",
    description = {
      "Puts rows of restored tables into the current ones.",
      "With --mode it only counts, and the restore asks again; with --plan it writes what was"
          + " counted."
    },
    footer = {
      "",
      "Examples:",
      "  rds-restore merge rm-primary01 --gate swap-1 --mode missing",
      "  rds-restore merge rm-primary01 --gate swap-1 --mode both --table orders --where 'id IN (7,"
          + " 9)'",
      "  rds-restore merge rm-primary01 --gate swap-2 --plan 3f9a0c12b7de"
    })
public final class MergeCommand implements Callable<Integer> {
  @Mixin private DecisionOptions decision;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      converter = Mode.class,
      completionCandidates = Modes.class,
      description =
          "missing: inserts rows that are not there; changed: replaces those that are different;"
              + " both.")
  private MergeMode mode;

  @Option(
      names = "--table",
      paramLabel = "NAME",
      split = ",",
      description = "Which of the gate's tables (default: all).")
  private List<String> tables;

  @Option(
      names = "--where",
      paramLabel = "CONDITION",
      description = "Which rows of the one table: an SQL condition without functions.")
  private String where;

  @Option(
      names = "--plan",
      paramLabel = "HASH",
      description = "What was counted, as the gate shows it: it is written now.")
  private String plan;

  /** As they are typed. */
  static final class Modes implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(MergeMode.values()).map(MergeMode::word).iterator();
    }
  }

  /** By its word in the contract. */
  static final class Mode implements ITypeConverter<MergeMode> {
    @Override
    public MergeMode convert(String word) {
      return Arrays.stream(MergeMode.values())
          .filter(mode -> mode.word().equals(word))
          .findFirst()
          .orElseThrow(() -> new TypeConversionException("it is missing, changed or both"));
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    decision.decide(
        Decision.builder(Action.MERGE).mode(mode).tables(tables).where(where).planHash(plan));
    return 0;
  }
}
