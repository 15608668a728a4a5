package io.rdsrestore.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aliyuncs.exceptions.ClientException;
import com.fasterxml.jackson.databind.JsonNode;
import io.rdsrestore.sandbox.settings.ForeignJob;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jobs of other people that read or write the primary. */
class ForeignJobTest {
  private static final String P = Sandbox.SAMPLE_PRIMARY;

  private Sandbox sandbox;
  private Cloud cloud;

  @BeforeEach
  void start() {
    sandbox = Sandbox.builder().accessKey(Cloud.ID, Cloud.SECRET).build().start();
    cloud = new Cloud(sandbox);
    sandbox.foreignJob(ForeignJob.sync("sync1", P, "rm-warehouse"));
    sandbox.foreignJob(ForeignJob.subscription("sub1", P));
    sandbox.foreignJob(ForeignJob.migration("mig1", "rm-old", P));
  }

  @AfterEach
  void stop() {
    sandbox.close();
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
  void peopleAddOneOverHttp() throws Exception {
    String job =
        "{\"id\":\"j9\",\"type\":\"SYNC\",\"name\":\"x\",\"sourceId\":\""
            + P
            + "\",\"status\":\"Synchronizing\"}";
    assertThat(post(job)).isEqualTo(200);
    assertThat(jobs("JobType", "SYNC")).containsExactly("sync1", "j9");
    assertThat(post(job.replace("SYNC", "COPY"))).isEqualTo(400);
    assertThat(post("{\"id\":\"j9\"}")).isEqualTo(400);
    assertThat(post(job.replace("\"name\"", "\"title\""))).isEqualTo(400);
  }

  private int post(String job) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(sandbox.endpoint() + "/sandbox/jobs"))
            .POST(BodyPublishers.ofString(job))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode();
  }

  private List<String> jobs(String... filter) throws ClientException {
    return cloud.dts("DescribeDtsJobs", filter).get("DtsJobList").findValuesAsText("DtsJobId");
  }
}
