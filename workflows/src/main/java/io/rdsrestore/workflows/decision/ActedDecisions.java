package io.rdsrestore.workflows.decision;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.google.common.hash.Hashing;
import io.rdsrestore.workflows.json.RestoreJson;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/** What has acted, so that the same word sent twice acts once. */
@JsonAutoDetect(
    fieldVisibility = JsonAutoDetect.Visibility.ANY,
    getterVisibility = JsonAutoDetect.Visibility.NONE)
final class ActedDecisions {
  /** Of more the oldest are forgotten: nobody repeats a word of a thousand decisions ago. */
  private static final int MOST = 1000;

  private final LinkedHashSet<String> inPhase = new LinkedHashSet<>();
  private final LinkedHashSet<String> ids = new LinkedHashSet<>();

  void add(Decision decision) {
    if (decision.id() != null) {
      add(ids, decision.id());
    }
    add(inPhase, fingerprint(decision));
  }

  /** Whether one with the same sender's id has acted in this restore. */
  boolean hasId(Decision decision) {
    return decision.id() != null && ids.contains(decision.id());
  }

  /** Whether one that says the same has acted in this phase, whatever gate it named. */
  boolean repeats(Decision decision) {
    return inPhase.contains(fingerprint(decision));
  }

  void newPhase() {
    inPhase.clear();
  }

  private static void add(Set<String> known, String one) {
    known.add(one);
    if (known.size() > MOST) {
      known.remove(known.iterator().next());
    }
  }

  private static String fingerprint(Decision decision) {
    return Hashing.sha256()
        .hashString(
            RestoreJson.write(decision.toBuilder().gate(null).build()), StandardCharsets.UTF_8)
        .toString();
  }
}
