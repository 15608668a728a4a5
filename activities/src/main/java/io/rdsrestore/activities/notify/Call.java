package io.rdsrestore.activities.notify;

import java.net.URI;
import java.util.Map;

/**
 * A POST.
 *
 * @param headers beside Content-Type, which is JSON in UTF-8
 */
record Call(URI url, Map<String, String> headers, String body) {
  @Override
  public String toString() {
    return "Call";
  }
}
