package io.rdsrestore.workflows.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.request.RequestReader;
import io.rdsrestore.workflows.request.RestoreRequest;
import io.rdsrestore.workflows.status.VerificationSummary;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoveInChoiceTest {
  private static RestoreRequest request(String verify, String moveIn) {
    return RequestReader.read(
            """
            {"regionId": "cn-hangzhou", "instanceId": "rm-primary01", "requestedBy": "ana",
             "reason": "lost", "restoreTo": {"time": "2026-11-22T08:15:00Z"},
             "objects": [{"database": "shop", "tables": ["orders"]}],
             "verify": "%s", "moveIn": "%s"}
            """
                .formatted(verify, moveIn),
            Instant.parse("2026-11-23T00:00:00Z"))
        .request();
  }

  @ParameterizedTest
  @CsvSource({
    "checksum, whenVerified, equal,                   NOW",
    "checksum, whenVerified, equalWhereCompared,      NOW",
    "counts,   whenVerified, equal,                   NOW",
    "checksum, whenVerified, acceptedWithDifferences, ASK",
    "checksum, whenVerified, notVerified,             NOT",
    "checksum, whenVerified, different,               NOT",
    "none,     whenVerified, notVerified,             NOW",
    "checksum, ask,          equal,                   ASK",
    "none,     ask,          notVerified,             ASK",
    "checksum, never,        equal,                   NOT",
  })
  void followsTheComparison(String verify, String moveIn, String verdict, MoveInChoice choice) {
    VerificationSummary verification = new VerificationSummary(verdict, "", List.of(), null);

    assertThat(MoveInChoice.of(request(verify, moveIn), verification, true)).isEqualTo(choice);
    assertThat(MoveInChoice.of(request(verify, moveIn), verification, false))
        .as("the worker does not reach the primary")
        .isEqualTo(MoveInChoice.NOT);
  }
}
