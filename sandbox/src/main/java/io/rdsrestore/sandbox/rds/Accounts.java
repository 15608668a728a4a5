package io.rdsrestore.sandbox.rds;

import io.rdsrestore.sandbox.http.ApiException;
import io.rdsrestore.sandbox.time.Versioned;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The accounts of one instance, with all that they have been. */
final class Accounts {
  private final Versioned<Map<String, Account>> history;

  Accounts(Map<String, Account> initial) {
    history = new Versioned<>(Map.copyOf(initial));
  }

  /** As a clone gets them: accounts and passwords of the restore point. */
  Accounts asOf(Instant restorePoint) {
    return new Accounts(history.at(restorePoint));
  }

  Collection<Account> all() {
    return new TreeMap<>(history.latest()).values();
  }

  Optional<Account> find(String name) {
    return Optional.ofNullable(history.latest().get(name));
  }

  Account require(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new ApiException(
                    404, "InvalidAccountName.NotFound", "The specified account does not exist."));
  }

  void put(Instant since, Account account) {
    Map<String, Account> next = new TreeMap<>(history.latest());
    next.put(account.name(), account);
    history.set(since, Map.copyOf(next));
  }

  void remove(Instant since, String name) {
    Map<String, Account> next = new TreeMap<>(history.latest());
    next.remove(name);
    history.set(since, Map.copyOf(next));
  }
}
