package io.rdsrestore.worker.cli;

import io.grpc.StatusRuntimeException;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.worker.temporal.SearchAttributeRegistry;
import io.rdsrestore.worker.temporal.SearchAttributeState;
import io.rdsrestore.worker.temporal.TemporalConnection;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes the search attributes that a namespace must know. */
@Command(
    name = "setup",
    description = {
      "Makes the four search attributes that the namespace needs.",
      "RestorePhase, RestoreInstance, RestoreRegion, RestoreWaitingFor, all of type Keyword. Can be",
      "run any number of times."
    },
    footer = {"", "Example:", "  rds-restore setup --address temporal:7233 --namespace ops"})
public final class SetupCommand implements Runnable {
  @Mixin private OutputOptions output;
  @Mixin private ConnectionOptions connection;

  @Override
  public void run() {
    try (TemporalConnection temporal = connection.connect()) {
      SearchAttributeRegistry registry = new SearchAttributeRegistry(temporal.client());
      Done done = make(registry);
      if (output.isJson()) {
        output.json(done);
      } else {
        done.made().forEach(name -> output.line("made " + name + " (Keyword)"));
        done.existing().forEach(name -> output.line(name + " is there already"));
        output.line("Namespace %s is ready.".formatted(registry.namespace()));
      }
    }
  }

  private static Done make(SearchAttributeRegistry registry) {
    try {
      SearchAttributeState state = registry.read();
      if (!state.wrongType().isEmpty()) {
        throw new UserError(
            ExitCode.FAILED,
            "Namespace %s has these search attributes with another type than Keyword: %s. Remove them there first."
                .formatted(registry.namespace(), String.join(", ", state.wrongType())));
      }
      List<String> made = new ArrayList<>();
      List<String> existing = new ArrayList<>();
      for (String name : SearchAttributeRegistry.names()) {
        boolean absent = !state.isReadable() || state.missing().contains(name);
        (absent && registry.create(name) ? made : existing).add(name);
      }
      return new Done(registry.namespace(), made, existing);
    } catch (StatusRuntimeException e) {
      if (SearchAttributeRegistry.isNotForUs(e)) {
        throw new UserError(
            ExitCode.FAILED,
            "This server does not let us make search attributes (%s): have these made as Keyword in namespace %s, in Temporal Cloud by its UI or `tcld namespace search-attributes add`: %s."
                .formatted(
                    e.getStatus().getCode(),
                    registry.namespace(),
                    String.join(", ", SearchAttributeRegistry.names())),
            e);
      }
      throw e;
    }
  }

  /**
   * What was done.
   *
   * @param made names of those that were made now
   * @param existing names of those that were there
   */
  record Done(String namespace, List<String> made, List<String> existing) {}
}
