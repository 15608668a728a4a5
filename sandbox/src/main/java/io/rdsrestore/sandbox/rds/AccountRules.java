package io.rdsrestore.sandbox.rds;

import io.rdsrestore.sandbox.http.ApiException;
import io.rdsrestore.sandbox.settings.PrimarySpec;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What names, passwords and privileges may look like. */
final class AccountRules {
  static final Set<String> PRIVILEGES = Set.of("ReadWrite", "ReadOnly", "DDLOnly", "DMLOnly");
  static final Set<String> SQL_SERVER_PRIVILEGES = Set.of("ReadWrite", "ReadOnly", "DBOwner");

  private static final Set<String> RESERVED =
      Set.of("root", "admin", "mysql", "aurora", "replicator", "sa", "rdsadmin");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*[a-z0-9]");
  private static final List<Pattern> CLASSES =
      List.of(
          Pattern.compile("[A-Z]"),
          Pattern.compile("[a-z]"),
          Pattern.compile("\\d"),
          Pattern.compile("[!@#$%^&*()_+\\-=]"));
  private static final Pattern PASSWORD = Pattern.compile("[A-Za-z\\d!@#$%^&*()_+\\-=]{8,32}");

  private AccountRules() {}

  static void checkName(PrimarySpec instance, String name) {
    int longest = Set.of("5.5", "5.6").contains(instance.engineVersion()) ? 16 : 32;
    if (name.length() > longest || !NAME.matcher(name).matches()) {
      throw new ApiException(
          400, "InvalidAccountName.Format", "The specified account name is not valid.");
    }
    if (RESERVED.contains(name)) {
      throw new ApiException(
          403, "InvalidAccountName.Forbid", "The specified account name is reserved.");
    }
  }

  static void checkPassword(String password) {
    long classes = CLASSES.stream().filter(c -> c.matcher(password).find()).count();
    if (!PASSWORD.matcher(password).matches() || classes < 3) {
      throw new ApiException(
          400, "InvalidAccountPassword.Format", "The specified account password is not valid.");
    }
  }

  static void checkPrivilege(PrimarySpec instance, String privilege) {
    Set<String> known = instance.engine().equals("SQLServer") ? SQL_SERVER_PRIVILEGES : PRIVILEGES;
    if (!known.contains(privilege)) {
      throw new ApiException(
          400, "InvalidAccountPrivilege.Format", "The specified privilege is not valid.");
    }
  }
}
