package io.rdsrestore.activities.notify;

import io.rdsrestore.workflows.notify.NoticeSource;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Pages of Temporal's Web UI. */
final class WebUi {
  private WebUi() {}

  /** The page of a run; null where the UI or the run is not known. */
  static URI link(URI webUi, String namespace, NoticeSource source) {
    if (webUi == null || source.runId() == null) {
      return null;
    }
    String base = webUi.toString();
    return URI.create(
        "%s/namespaces/%s/workflows/%s/%s/history"
            .formatted(
                base.endsWith("/") ? base.substring(0, base.length() - 1) : base,
                encoded(namespace),
                encoded(source.workflowId()),
                encoded(source.runId())));
  }

  private static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
