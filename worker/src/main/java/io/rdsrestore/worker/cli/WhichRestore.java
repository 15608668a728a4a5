package io.rdsrestore.worker.cli;

import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import java.util.List;
import java.util.Optional;

/** Which of several restores is meant, asked of whoever sits there. */
final class WhichRestore {
  private final Questions questions;

  WhichRestore(Questions questions) {
    this.questions = questions;
  }

  /** One of those that fit what was typed; empty: nobody can be asked. */
  Optional<RestoreLine> of(String typed, List<RestoreLine> fitting) {
    return questions.canAsk()
        ? Optional.of(choose("%s could be any of these:".formatted(typed), fitting))
        : Optional.empty();
  }

  /** One of all there are, where nothing was typed. */
  RestoreLine ofAll(List<RestoreLine> all) {
    if (all.isEmpty()) {
      throw new UserError(
          ExitCode.FAILED,
          "There is no restore to choose from in this namespace: ./rds-restore list shows all, --namespace names another.");
    }
    return choose("Which restore?", RestoreLine.inOrder(all));
  }

  private RestoreLine choose(String heading, List<RestoreLine> lines) {
    return lines.get(questions.which(heading, lines.stream().map(WhichRestore::line).toList()));
  }

  /** One of them in words. */
  static String line(RestoreLine one) {
    return "%s (restore %s, %s%s)"
        .formatted(
            Handle.of(one.workflowId()),
            one.restoreId(),
            one.state(),
            one.isWaiting() ? ", waits: " + one.waitingFor() : "");
  }
}
