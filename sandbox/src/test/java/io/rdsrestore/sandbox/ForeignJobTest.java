package io.rdsrestore.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aliyuncs.exceptions.ClientException;
import com.fasterxml.jackson.databind.JsonNode;
import io.rdsrestore.sandbox.settings.ForeignJob;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jobs of other people that read or write the primary. */
@WithSandbox
class ForeignJobTest {
  private static final String P = Sandbox.SAMPLE_PRIMARY;

  private Cloud cloud;

  @BeforeEach
  void addJobs(Sandbox sandbox, Cloud itsCloud) {
    cloud = itsCloud;
    sandbox.foreignJob(ForeignJob.sync("sync1", P, "rm-warehouse"));
    sandbox.foreignJob(ForeignJob.subscription("sub1", P));
    sandbox.foreignJob(ForeignJob.migration("mig1", "rm-old", P));
  }

  @Test
  void eachIsListedUnderItsType() throws ClientException {
    assertThat(jobs()).containsExactly("mig1");
    assertThat(jobs("JobType", "SYNC")).containsExactly("sync1");
    assertThat(jobs("JobType", "SUBSCRIBE")).containsExactly("sub1");
    assertThat(jobs("JobType", "SYNC", "Type", "srcRds", "Params", P)).containsExactly("sync1");
    assertThat(jobs("JobType", "SYNC", "Type", "rds", "Params", P)).isEmpty();
    assertThat(jobs("Type", "rds", "Params", P)).containsExactly("mig1");
    assertThat(jobs("Status", "Finished")).isEmpty();
  }

  @Test
  void itIsShownAsDtsShowsJobs() throws ClientException {
    JsonNode listed = cloud.dts("DescribeDtsJobs", "JobType", "SYNC");
    assertThat(AnswerShape.problems("dts", "DescribeDtsJobs", listed)).isEmpty();
    JsonNode detail = cloud.dts("DescribeDtsJobDetail", "DtsJobId", "sync1");
    assertThat(AnswerShape.problems("dts", "DescribeDtsJobDetail", detail)).isEmpty();
    assertThat(detail.get("Status").asText()).isEqualTo("Synchronizing");
    assertThat(detail.at("/SourceEndpoint/InstanceID").asText()).isEqualTo(P);
  }

  @Test
  void nobodyTouchesIt() throws ClientException {
    for (String action : new String[] {"StartDtsJob", "SuspendDtsJob", "DeleteDtsJob"}) {
      assertThatThrownBy(() -> cloud.dts(action, "DtsJobId", "sync1"))
          .hasMessageContaining("InvalidJobStatus");
    }
    assertThat(jobs("JobType", "SYNC")).containsExactly("sync1");
  }

  @Test
  void peopleAddOneOverHttp(Admin admin) throws Exception {
    String job =
        "{\"id\":\"j9\",\"type\":\"SYNC\",\"name\":\"x\",\"sourceId\":\""
            + P
            + "\",\"status\":\"Synchronizing\"}";
    assertThat(admin.post("jobs", job).get("id").asText()).isEqualTo("j9");
    assertThat(jobs("JobType", "SYNC")).containsExactly("sync1", "j9");
    assertThat(admin.refused("jobs", job.replace("SYNC", "COPY")))
        .contains("MIGRATION, SYNC or SUBSCRIBE");
    assertThat(admin.refused("jobs", "{\"id\":\"j9\"}")).contains("needs id, name");
    assertThat(admin.refused("jobs", job.replace("\"name\"", "\"title\"")))
        .contains("needs id, name");
  }

  private List<String> jobs(String... filter) throws ClientException {
    return cloud.dts("DescribeDtsJobs", filter).get("DtsJobList").findValuesAsText("DtsJobId");
  }
}
