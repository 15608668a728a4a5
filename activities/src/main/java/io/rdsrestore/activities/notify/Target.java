package io.rdsrestore.activities.notify;

import java.net.URI;
import java.util.List;

/**
 * Where to and how, resolved: as long as it is needed, and never printed.
 *
 * @param url which of most receivers holds a token
 * @param secret what is signed with; null: nothing is
 * @param mentions people who are called by name
 */
record Target(URI url, String secret, List<String> mentions) {
  @Override
  public String toString() {
    return "Target";
  }
}
