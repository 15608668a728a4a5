package io.rdsrestore.worker.cli;

import com.google.common.base.CharMatcher;
import io.rdsrestore.worker.temporal.TemporalConnection;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which restore. */
public final class RestoreParameter {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec mixee;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ID",
      description =
          "Instance id, restore id or workflow id; an unambiguous beginning, with or without its rm-, will do. At a terminal you are asked.")
  private String typed;

  private final Person person;

  public RestoreParameter() {
    this(Person.atTheTerminal());
  }

  RestoreParameter(Person person) {
    this.person = person;
  }

  /** What comes with an id that is pasted out of a chat or a document. */
  private static final CharMatcher AROUND =
      CharMatcher.whitespace().or(CharMatcher.anyOf("'\"`“”‘’「」"));

  /** Null if nobody has typed one. */
  private String id() {
    return typed == null ? null : AROUND.trimFrom(typed);
  }

  /** Refuses before anything is connected that nobody says which, and nobody can be asked. */
  void require(OutputOptions output) {
    if (id() == null && !new Questions(person, output).canAsk()) {
      throw new ParameterException(mixee.commandLine(), "Missing required parameter: 'ID'");
    }
  }

  /** One to look at, whether it runs or not. */
  FoundRestore find(TemporalConnection connection, OutputOptions output) {
    return find(connection, output, true);
  }

  /** One to decide about. */
  FoundRestore findRunning(TemporalConnection connection, OutputOptions output) {
    return find(connection, output, false);
  }

  private FoundRestore find(
      TemporalConnection connection, OutputOptions output, boolean alsoEnded) {
    Restores restores = new Restores(connection.client());
    return id() == null
        ? restores.choose(alsoEnded, which(output))
        : restores.find(id(), which(output));
  }

  /**
   * What outlives its restore.
   *
   * @param ifNone what is said where nothing does
   */
  FoundRestore findKept(TemporalConnection connection, OutputOptions output, String ifNone) {
    Restores restores = new Restores(connection.client());
    return id() == null
        ? restores.chooseKept(which(output))
        : restores.findKept(id(), which(output), ifNone);
  }

  private WhichRestore which(OutputOptions output) {
    return new WhichRestore(new Questions(person, output));
  }

  ExecutionReader reader(TemporalConnection connection, OutputOptions output) {
    return reader(connection, find(connection, output));
  }

  /** Of what was meant by the id. */
  ExecutionReader reader(TemporalConnection connection, FoundRestore found) {
    return new ExecutionReader(
        found.stub(),
        id() == null ? found.meant() : id(),
        connection.client().getOptions().getDataConverter());
  }
}
