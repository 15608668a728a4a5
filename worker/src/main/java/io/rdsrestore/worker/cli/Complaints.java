package io.rdsrestore.worker.cli;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.worker.encryption.PayloadKeyMissing;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What goes wrong, in one sentence with what to do; the stack trace goes to the debug log. */
public final class Complaints implements IExecutionExceptionHandler, IParameterExceptionHandler {
  /** How picocli calls it. */
  private static final Pattern NO_NUMBER = Pattern.compile("is not an? (int|long)\\b");

  private static final Pattern NO_AMOUNT =
      Pattern.compile("cannot convert ('[^']*') to BigDecimal \\(.*\\)", Pattern.DOTALL);

  private static final Pattern HALF_A_GROUP =
      Pattern.compile("Error: Missing required argument\\(s\\): (.*)");

  private static final Logger log = LoggerFactory.getLogger(Complaints.class);

  private final Map<String, String> environment;

  /**
   * Complaints in the language of a user.
   *
   * @param environment where the language may be said
   */
  public Complaints(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine commandLine, ParseResult result) {
    log.debug("The command failed", e);
    if (e instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    PrintWriter err = commandLine.getErr();
    err.println(Speaker.of(commandLine.getCommandSpec()).text(sentence(e)));
    err.flush();
    return e instanceof UserError error ? error.exitCode() : ExitCode.FAILED;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandLine commandLine = e.getCommandLine();
    PrintWriter err = commandLine.getErr();
    // What cannot be parsed has chosen no language yet.
    Speaker speaker = new Speaker(LanguageChoice.of(List.of(args), environment));
    err.println(speaker.text(plain(e.getMessage())));
    StringWriter suggestions = new StringWriter();
    UnmatchedArgumentException.printSuggestions(e, new PrintWriter(suggestions));
    suggestions.toString().lines().forEach(line -> err.println(speaker.text(line)));
    err.println(
        speaker.text("Try '%s --help'.".formatted(commandLine.getCommandSpec().qualifiedName())));
    err.flush();
    return ExitCode.USAGE;
  }

  /** Without the words of those who wrote the parser. */
  private static String plain(String message) {
    String said = NO_NUMBER.matcher(message).replaceFirst("is not a whole number");
    said = NO_AMOUNT.matcher(said).replaceFirst("$1 is not a number");
    return HALF_A_GROUP.matcher(said).replaceFirst("Missing required option: '$1'");
  }

  private static String sentence(Exception e) {
    if (e instanceof UserError) {
      return e.getMessage();
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof PayloadKeyMissing) {
        return cause.getMessage();
      }
      if (cause instanceof StatusRuntimeException answer) {
        return ofServer(answer.getStatus());
      }
    }
    return "Something unforeseen happened (%s); RDS_RESTORE_LOG_LEVEL=DEBUG shows where."
        .formatted(e.getClass().getSimpleName());
  }

  private static String ofServer(Status status) {
    String said = status.getDescription() == null ? "" : ": " + status.getDescription();
    return switch (status.getCode()) {
      case UNAVAILABLE, DEADLINE_EXCEEDED ->
          "The Temporal server does not answer any more; try again.";
      case PERMISSION_DENIED, UNAUTHENTICATED ->
          "The Temporal server refuses this: check the API key or certificate in temporal.toml or TEMPORAL_*.";
      case NOT_FOUND ->
          "The Temporal server does not know this (%s): check --namespace."
              .formatted(status.getDescription());
      default -> "The Temporal server refused (%s)%s".formatted(status.getCode(), said);
    };
  }
}
