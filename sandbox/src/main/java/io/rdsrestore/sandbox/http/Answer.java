package io.rdsrestore.sandbox.http;

import java.time.Duration;
import java.util.Map;

/** What goes back on the wire. */
sealed interface Answer {

  /** What the call log says about it. */
  String outcome();

  /** A JSON body. */
  record Json(int status, Map<String, Object> body, String outcome) implements Answer {}

  /** A gateway's page instead of an answer. */
  record Html(int status, String page) implements Answer {
    @Override
    public String outcome() {
      return "fault:html" + status;
    }
  }

  /** An answer that arrives byte by byte, over a while. */
  record Slow(Answer answer, Duration over) implements Answer {
    @Override
    public String outcome() {
      return answer.outcome();
    }
  }

  /** The connection is closed, after a while, without a byte. */
  record Nothing(Duration after, String outcome) implements Answer {}
}
