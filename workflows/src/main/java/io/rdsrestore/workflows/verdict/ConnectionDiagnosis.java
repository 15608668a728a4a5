package io.rdsrestore.workflows.verdict;

import io.rdsrestore.workflows.Counted;
import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.activity.AccessFacts;
import io.rdsrestore.workflows.activity.AccountFacts;
import io.rdsrestore.workflows.activity.LoginFacts;
import io.rdsrestore.workflows.activity.LoginOutcome;
import io.rdsrestore.workflows.verdict.remedies.AccessCause;
import io.rdsrestore.workflows.verdict.remedies.AccessDiagnosis;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Why DTS does not get into an instance, or may not do there what it has to: told from what RDS
 * lists, from a login of the worker's own, and from what DTS said.
 */
public final class ConnectionDiagnosis {
  /** Documented values of AccountPrivilege that let one read, and write. */
  private static final Set<String> READ = Set.of("ReadOnly", "ReadWrite", "DBOwner");

  private static final Set<String> WRITE = Set.of("ReadWrite", "DBOwner");
  private static final Set<String> OWN = Set.of("DBOwner");
  private static final Set<String> ALL_RIGHTS = Set.of("Super", "Sysadmin");
  private static final String AVAILABLE = "Available";
  private static final String REFUSED = "Failed";
  private static final String NOT_IN_WHITELIST = "SRC_IP_NOT_IN_USER_WHITELIST";
  private static final String LOGIN_FAILED = "DTS-60001";
  private static final int MOST_NAMED = 5;

  private final AccessQuestion question;
  private final AccessFacts facts;
  private final LoginFacts login;
  private final Set<AccessCause> causes = EnumSet.noneOf(AccessCause.class);
  private final List<String> seen = new ArrayList<>();

  private ConnectionDiagnosis(AccessQuestion question, AccessFacts facts, LoginFacts login) {
    this.question = question;
    this.facts = facts;
    this.login = login;
  }

  /**
   * The cause in a sentence.
   *
   * @param login null if none was tried
   */
  public static AccessDiagnosis of(AccessQuestion question, AccessFacts facts, LoginFacts login) {
    ConnectionDiagnosis diagnosis = new ConnectionDiagnosis(question, facts, login);
    if (question.connects()) {
      diagnosis.lookAtWhitelist();
    }
    diagnosis.lookAtAccount();
    if (question.connects()) {
      diagnosis.lookAtLogin();
      diagnosis.concludeNetwork();
    } else if (diagnosis.causes.isEmpty()) {
      diagnosis.lookAtRights();
    }
    return new AccessDiagnosis(String.join("; ", diagnosis.seen), diagnosis.causes);
  }

  private void found(AccessCause cause, String sentence) {
    causes.add(cause);
    seen.add(sentence);
  }

  private void lookAtWhitelist() {
    List<String> missing = facts.missingAddresses();
    if (!missing.isEmpty()) {
      found(
          AccessCause.WHITELIST,
          "whitelist group %s of %s lacks %s of DTS, and no other group holds them"
              .formatted(
                  RestoreMark.WHITELIST_GROUP,
                  question.instanceId(),
                  Counted.first(MOST_NAMED, missing)));
    } else if (NOT_IN_WHITELIST.equals(facts.connectivityCode())) {
      found(
          AccessCause.WHITELIST,
          "RDS says that the whitelist of %s does not let DTS in".formatted(question.instanceId()));
    } else {
      seen.add("the whitelist lets DTS in");
    }
  }

  private void lookAtAccount() {
    AccountFacts account = facts.account();
    if (account == null) {
      found(
          AccessCause.ACCOUNT,
          "there is no account %s on %s".formatted(question.account(), question.instanceId()));
    } else if (account.status() != null && !AVAILABLE.equalsIgnoreCase(account.status())) {
      found(
          AccessCause.ACCOUNT,
          "account %s on %s is %s"
              .formatted(question.account(), question.instanceId(), account.status()));
    }
  }

  private void lookAtLogin() {
    if (facts.account() == null || login == null) {
      return;
    }
    boolean denied = login.outcome() == LoginOutcome.WRONG_PASSWORD;
    boolean unseenButDenied =
        login.outcome() != LoginOutcome.OK && causes.isEmpty() && question.says(LOGIN_FAILED);
    if (denied || unseenButDenied) {
      found(
          AccessCause.PASSWORD,
          "account %s is on %s, but its password is wrong: %s denies the login"
              .formatted(
                  question.account(),
                  question.instanceId(),
                  denied ? "the server" : "DTS says it"));
    } else if (login.outcome() == LoginOutcome.OK) {
      seen.add("the worker logs in as " + question.account());
    } else {
      seen.add("the worker itself does not get in (%s)".formatted(login.sentence()));
    }
  }

  private void concludeNetwork() {
    if (!facts.hasAddress()) {
      found(AccessCause.NETWORK, "the instance has no connection string");
    } else if (causes.isEmpty()) {
      found(
          AccessCause.NETWORK,
          (REFUSED.equals(facts.connectivity())
                  ? "RDS says that DTS does not get in (%s)".formatted(facts.connectivityCode())
                  : "account %s is there".formatted(question.account()))
              + ", so the way from DTS to %s is broken".formatted(question.instanceId()));
    }
  }

  private void lookAtRights() {
    AccountFacts account = facts.account();
    Set<String> reads = question.engine().readsAsOwner() ? OWN : READ;
    Set<String> enough = question.writes() ? WRITE : reads;
    List<String> lacking =
        ALL_RIGHTS.contains(account.type())
            ? List.of()
            : question.databases().stream()
                .filter(
                    database -> !enough.contains(account.privileges().getOrDefault(database, "")))
                .toList();
    found(
        AccessCause.RIGHTS,
        lacking.isEmpty()
            ? "RDS lists enough rights of account %s on %s; given a moment, they may work by now"
                .formatted(question.account(), question.instanceId())
            : "account %s on %s lacks %s rights on %s"
                .formatted(
                    question.account(),
                    question.instanceId(),
                    question.writes() ? "read and write" : "read",
                    Counted.first(MOST_NAMED, lacking)));
  }
}
