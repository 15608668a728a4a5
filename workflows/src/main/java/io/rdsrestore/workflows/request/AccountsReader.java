package io.rdsrestore.workflows.request;

import java.util.List;
import java.util.regex.Pattern;

/** Reads {@code accounts}. What stands as a password reference is never shown back. */
final class AccountsReader {
  private static final int MAX_REFERENCE = 1024;

  /** Longest user name of MySQL 5.7. */
  private static final int MAX_USER_NAME = 32;

  private static final Pattern REFERENCE =
      Pattern.compile(
          "env:[A-Za-z_][A-Za-z0-9_]*|file:/[^\\p{Cntrl}]+|(?!env:|file:)[a-z][a-z0-9-]{1,30}://[^\\s\\p{Cntrl}]+");
  private static final Pattern USER_NAME = Pattern.compile("[^\\s\\p{Cntrl}]+");

  private AccountsReader() {}

  static Accounts read(JsonField field) {
    if (field.isAbsent()) {
      return Accounts.managed();
    }
    if (!field.isObject()) {
      return null;
    }
    field.knows("mode", "userName", "passwordRef", "source", "target");
    AccountMode mode = field.child("mode").requiredOneOf(AccountMode.class).orElse(null);
    JsonField source = field.child("source");
    JsonField target = field.child("target");
    if (mode == AccountMode.MANAGED) {
      for (String name : List.of("userName", "passwordRef", "source", "target")) {
        if (!field.child(name).isAbsent()) {
          field.child(name).problem("goes only with mode \"existing\"");
        }
      }
      return Accounts.managed();
    }
    boolean bothEnds = mode == AccountMode.EXISTING && (source.isAbsent() || target.isAbsent());
    return new Accounts(
        mode,
        userName(field.child("userName"), bothEnds),
        passwordRef(field.child("passwordRef"), bothEnds),
        reference(source),
        reference(target));
  }

  private static AccountReference reference(JsonField field) {
    if (!field.isObject()) {
      return null;
    }
    field.knows("userName", "passwordRef");
    return new AccountReference(
        userName(field.child("userName"), true), passwordRef(field.child("passwordRef"), true));
  }

  private static String userName(JsonField field, boolean required) {
    String name =
        (required ? field.requiredText(MAX_USER_NAME) : field.text(MAX_USER_NAME)).orElse(null);
    if (name != null && !USER_NAME.matcher(name).matches()) {
      field.problem("holds blanks or control characters");
    }
    return name;
  }

  private static String passwordRef(JsonField field, boolean required) {
    String reference =
        (required ? field.requiredText(MAX_REFERENCE) : field.text(MAX_REFERENCE)).orElse(null);
    if (reference != null && !REFERENCE.matcher(reference).matches()) {
      field.problem(
          "must say where the worker finds the password, env:NAME, file:/absolute/path or"
              + " scheme://place of a secret store; never the password itself");
    }
    return reference;
  }
}
