package io.rdsrestore.worker.cli;

import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.workflows.Counted;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.policy.Policy;
import io.rdsrestore.workflows.policy.PolicyBreach;
import io.rdsrestore.workflows.policy.PolicyFacts;
import io.rdsrestore.workflows.policy.PolicyJudge;
import io.rdsrestore.workflows.policy.PolicyRule;
import io.rdsrestore.workflows.request.ReadRequest;
import io.rdsrestore.workflows.request.RequestReader;
import io.rdsrestore.workflows.request.RestoreRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads a policy file, and says what it refuses of a request and of an approval. */
@Command(
    name = "policy-check",
    description = {
      "Reads a policy file and says every mistake in it.",
      "With a request: which rules are about its instance, and what they refuse. Needs no Temporal and",
      "no cloud: tags are those you name."
    },
    footer = {
      "",
      "Exit codes: 0 nothing is refused; 1 something is; 2 a mistake in the file, or wrong usage.",
      "",
      "Examples:",
      "  rds-restore policy-check --policy policy.json",
      "  rds-restore policy-check --policy policy.json -f restore.json --tag env=production --actor ana"
    })
public final class PolicyCheckCommand implements Callable<Integer> {
  @SuppressWarnings("UnusedVariable") // picocli sees to it
  @Mixin
  private HelpOption help;

  @Mixin private PolicyOptions options;
  @Mixin private OutputOptions output;

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      description = "A request; - reads it from standard input.")
  private String request;

  @Option(
      names = "--tag",
      paramLabel = "KEY=VALUE",
      description = "A tag of its instance; give it once for each.")
  private Map<String, String> tags;

  @Option(
      names = "--actor",
      paramLabel = "NAME",
      description = "Who would approve it (default: nobody is looked at).")
  private String actor;

  @Override
  public Integer call() {
    Policy policy =
        options
            .policy()
            .orElseThrow(
                () ->
                    new UserError(
                        ExitCode.USAGE, "Say which: --policy FILE or RDS_RESTORE_POLICY."));
    if (request == null) {
      if (actor != null || tags != null) {
        throw new UserError(
            ExitCode.USAGE, "--actor and --tag are about a request: name it with --file.");
      }
      return said(
          new Checked(
              policy.rules().stream().map(PolicyRule::name).toList(), List.of(), List.of()));
    }
    ReadRequest read = RequestReader.read(RequestFile.text(request), Instant.now());
    if (!read.isValid()) {
      throw new UserError(
          ExitCode.USAGE,
          "The request has %s:%n%s"
              .formatted(
                  Counted.of(read.problems().size(), "problem"),
                  read.problems().stream()
                      .map(problem -> "  " + problem)
                      .collect(Collectors.joining(System.lineSeparator()))));
    }
    return said(check(policy, read.request()));
  }

  private Checked check(Policy policy, RestoreRequest wanted) {
    PolicyFacts facts =
        policy.of(
            new InstanceReference(wanted.regionId(), wanted.instanceId()),
            tags == null ? Map.of() : tags);
    List<String> approval = new ArrayList<>();
    if (actor != null) {
      PolicyJudge.ofDecision(facts, wanted, Decision.of(Action.APPROVE, null, actor, null))
          .ifPresent(approval::add);
    }
    return new Checked(facts.names(), PolicyJudge.ofRequest(facts, wanted), approval);
  }

  private int said(Checked checked) {
    if (output.isJson()) {
      output.json(checked);
    } else {
      lines(checked).forEach(output::line);
    }
    return checked.request().isEmpty() && checked.approval().isEmpty()
        ? ExitCode.DONE
        : ExitCode.FAILED;
  }

  private List<String> lines(Checked checked) {
    List<String> lines = new ArrayList<>();
    lines.add(
        (request == null ? "The file is in order. Its rules: " : "Rules about this instance: ")
            + (checked.rules().isEmpty() ? "none" : String.join(", ", checked.rules())));
    if (request != null) {
      checked
          .request()
          .forEach(
              breach -> lines.add("REFUSED  %s; %s".formatted(breach.message(), breach.remedy())));
      if (checked.request().isEmpty()) {
        lines.add("The request is not refused.");
      }
    }
    checked.approval().forEach(refused -> lines.add("REFUSED  approve: " + refused));
    if (actor != null && checked.approval().isEmpty()) {
      lines.add("%s may approve it.".formatted(actor));
    }
    return lines;
  }

  /**
   * What came of it.
   *
   * @param rules names of those that are about the instance; of all where no request is named
   * @param request what is refused of the request
   * @param approval why the approval is refused; empty if it is not
   */
  record Checked(List<String> rules, List<PolicyBreach> request, List<String> approval) {}
}
