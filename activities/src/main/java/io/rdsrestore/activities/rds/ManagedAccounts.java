package io.rdsrestore.activities.rds;

import com.aliyuncs.rds.model.v20140815.DeleteAccountRequest;
import com.aliyuncs.rds.model.v20140815.GrantAccountPrivilegeRequest;
import io.rdsrestore.activities.ActivityBoundary;
import io.rdsrestore.activities.Attempt;
import io.rdsrestore.activities.Failures;
import io.rdsrestore.activities.SecondLook;
import io.rdsrestore.activities.cloud.Answer;
import io.rdsrestore.activities.cloud.CloudException;
import io.rdsrestore.activities.secret.Credentials;
import io.rdsrestore.activities.secret.Logins;
import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.activity.AccountFacts;
import io.rdsrestore.workflows.activity.CloudRefusal;
import io.rdsrestore.workflows.activity.EnsureAccount;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.activity.ManagedAccount;
import java.util.List;
import java.util.Optional;

/**
 * The temporary account of a restore on an instance. Its name carries the mark, so whatever has it
 * is ours; its password is set again once by every activity, since an older one may be another's.
 */
final class ManagedAccounts {
  private static final String AVAILABLE = "Available";
  private static final String TYPE = "Normal";
  private static final String PASSWORD_SET = "password set";
  private static final String GRANTED = "password set, rights granted";
  private static final int GRANT_AGAIN_EVERY = 10;

  private final RdsApi rds;
  private final SecondLook secondLook;
  private final Logins logins;
  private final ActivityBoundary boundary;

  ManagedAccounts(RdsApi rds, SecondLook secondLook, Logins logins, ActivityBoundary boundary) {
    this.rds = rds;
    this.secondLook = secondLook;
    this.logins = logins;
    this.boundary = boundary;
  }

  void ensure(EnsureAccount wanted) {
    InstanceReference instance = wanted.account().instance();
    Credentials login = logins.managed(wanted.account().restoreId(), instance.instanceId());
    Attempt attempt = Attempt.current();
    Optional<AccountFacts> account = look(instance, login.userName());
    Optional<String> note = attempt.lastNote();
    if (note.isEmpty()) {
      setPassword(instance, login, account);
      account = look(instance, login.userName());
    }
    attempt.note(note.orElse(PASSWORD_SET));
    AccountFacts facts = requireAvailable(instance, login.userName(), account);
    String privilege = wanted.engine().accountPrivilege();
    List<String> missing = missingGrants(facts, wanted.databases(), privilege);
    if (missing.isEmpty()) {
      return;
    }
    // A grant takes a moment to show, and giving it anew might begin that moment anew.
    if (note.filter(GRANTED::equals).isEmpty() || attempt.number() % GRANT_AGAIN_EVERY == 0) {
      for (String database : missing) {
        grant(instance, login.userName(), database, privilege);
      }
      attempt.note(GRANTED);
    }
    facts = requireAvailable(instance, login.userName(), look(instance, login.userName()));
    List<String> unseen = missingGrants(facts, wanted.databases(), privilege);
    if (!unseen.isEmpty()) {
      throw boundary.notYet(
          "Account %s on %s has no rights on %s yet"
              .formatted(login.userName(), instance.instanceId(), String.join(", ", unseen)));
    }
  }

  void remove(ManagedAccount account) {
    InstanceReference instance = account.instance();
    String name = RestoreMark.accountName(account.restoreId());
    Optional<Answer> found = secondLook.look(() -> rds.account(instance, name), Optional::isEmpty);
    if (found.isEmpty()) {
      return;
    }
    requireOurs(instance, account.restoreId(), found.get());
    DeleteAccountRequest request = new DeleteAccountRequest();
    request.setDBInstanceId(instance.instanceId());
    request.setAccountName(name);
    try {
      rds.cloud().write(instance.regionId(), request);
    } catch (CloudException e) {
      if (!e.isAbsent()) {
        throw e;
      }
    }
    if (look(instance, name).isPresent()) {
      throw boundary.notYet(
          "Account %s on %s is being deleted".formatted(name, instance.instanceId()));
    }
  }

  /** A name can be the same by chance; one without any description is an account of ours. */
  private static void requireOurs(InstanceReference instance, String restoreId, Answer account) {
    String description = account.text("AccountDescription");
    if (description != null && !description.equals(RestoreMark.accountDescription(restoreId))) {
      throw Failures.of(
          RestoreErrorCode.NOT_OURS,
          "Account %s on %s is described as somebody else's: it is left alone."
              .formatted(RestoreMark.accountName(restoreId), instance.instanceId()),
          new CloudRefusal(
              "DescribeAccounts",
              null,
              null,
              "Look whose it is; remove it by hand if it is ours."));
    }
  }

  private Optional<AccountFacts> look(InstanceReference instance, String name) {
    return rds.account(instance, name).map(InstanceReader::account);
  }

  private void setPassword(
      InstanceReference instance, Credentials login, Optional<AccountFacts> account) {
    if (account.isEmpty() && create(instance, login)) {
      return;
    }
    requireAvailable(instance, login.userName(), look(instance, login.userName()));
    PasswordInBody.Reset request = new PasswordInBody.Reset(login.password());
    request.setDBInstanceId(instance.instanceId());
    request.setAccountName(login.userName());
    rds.cloud().write(instance.regionId(), request, List.of(login.password()));
  }

  /** Whether the account was created; false if it was there already after all. */
  private boolean create(InstanceReference instance, Credentials login) {
    PasswordInBody.Create request = new PasswordInBody.Create(login.password());
    request.setDBInstanceId(instance.instanceId());
    request.setAccountName(login.userName());
    request.setAccountType(TYPE);
    request.setAccountDescription(
        RestoreMark.restoreIdOfAccount(login.userName())
            .map(RestoreMark::accountDescription)
            .orElseThrow());
    try {
      rds.cloud().write(instance.regionId(), request, List.of(login.password()));
      return true;
    } catch (CloudException e) {
      if (e.isExisting()) {
        return false;
      }
      throw e;
    }
  }

  private void grant(InstanceReference instance, String name, String database, String privilege) {
    GrantAccountPrivilegeRequest request = new GrantAccountPrivilegeRequest();
    request.setDBInstanceId(instance.instanceId());
    request.setAccountName(name);
    request.setDBName(database);
    request.setAccountPrivilege(privilege);
    rds.cloud().write(instance.regionId(), request);
  }

  private AccountFacts requireAvailable(
      InstanceReference instance, String name, Optional<AccountFacts> account) {
    String status = account.map(AccountFacts::status).orElse("not listed");
    if (account.isPresent() && AVAILABLE.equalsIgnoreCase(status)) {
      return account.get();
    }
    throw boundary.notYet("Account %s on %s is %s".formatted(name, instance.instanceId(), status));
  }

  private static List<String> missingGrants(
      AccountFacts account, List<String> databases, String privilege) {
    return databases.stream()
        .filter(database -> !privilege.equals(account.privileges().get(database)))
        .toList();
  }
}
