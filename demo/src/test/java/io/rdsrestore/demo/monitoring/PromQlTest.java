package io.rdsrestore.demo.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PromQlTest {
  @Test
  void namesLabelsAndValuesAreFound() {
    PromQl query =
        PromQl.of(
            """
            sum by (service, code) (increase(calls_total{class=~"person|busy"}[15m])) > 0
              or
            max(seconds unless seconds offset 2h) unless on (job) absent(up{job!="x"} == 1)
            """);

    assertThat(query.metrics())
        .isEqualTo(
            Map.of("calls_total", Set.of("class"), "seconds", Set.of(), "up", Set.of("job")));
    assertThat(query.groupedBy()).containsExactlyInAnyOrder("service", "code", "job");
    assertThat(query.values())
        .isEqualTo(Map.of("class", Set.of("person", "busy"), "job", Set.of("x")));
  }
}
