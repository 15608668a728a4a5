package io.rdsrestore.sandbox;

import com.aliyuncs.AcsRequest;
import com.aliyuncs.AcsResponse;
import com.aliyuncs.CommonRequest;
import com.aliyuncs.CommonResponse;
import com.aliyuncs.DefaultAcsClient;
import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.http.MethodType;
import com.aliyuncs.profile.DefaultProfile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Alibaba's own Java client, pointed at a sandbox. */
final class Cloud {
  static final String ID = "test-key";
  static final String SECRET = "test-secret";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String endpoint;
  private final DefaultAcsClient client;

  Cloud(Sandbox sandbox) {
    this(sandbox, ID, SECRET);
  }

  Cloud(Sandbox sandbox, String id, String secret) {
    endpoint = sandbox.hostAndPort();
    client = new DefaultAcsClient(DefaultProfile.getProfile(Sandbox.REGION, id, secret));
  }

  <T extends AcsResponse> T call(AcsRequest<T> request) throws ClientException {
    request.setSysEndpoint(endpoint);
    return client.getAcsResponse(request);
  }

  /** Any RDS action; the raw answer. */
  JsonNode rds(String action, String... namesAndValues) throws ClientException {
    return common("2014-08-15", action, namesAndValues);
  }

  /** Any DTS action; the raw answer. */
  JsonNode dts(String action, String... namesAndValues) throws ClientException {
    return common("2020-01-01", action, namesAndValues);
  }

  /** The addresses of DTS join the whitelists of these instances. */
  void letDtsInto(String... instances) throws ClientException {
    for (String id : instances) {
      rds(
          "ModifySecurityIps",
          "DBInstanceId",
          id,
          "SecurityIps",
          "127.0.8.0/24",
          "DBInstanceIPArrayName",
          "dts");
    }
  }

  private JsonNode common(String version, String action, String... namesAndValues)
      throws ClientException {
    CommonRequest request = new CommonRequest();
    request.setSysDomain(endpoint);
    request.setSysMethod(MethodType.POST);
    request.setSysVersion(version);
    request.setSysAction(action);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i].equals("DbList") || namesAndValues[i].endsWith("Password")) {
        request.putBodyParameter(namesAndValues[i], namesAndValues[i + 1]);
      } else {
        request.putQueryParameter(namesAndValues[i], namesAndValues[i + 1]);
      }
    }
    CommonResponse response = client.getCommonResponse(request);
    try {
      return JSON.readTree(response.getData());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The arguments of a whole-database migration between two instances. */
  static String[] job(String name, String source, String target, String dbList, String mode) {
    return flatten(
        Map.ofEntries(
            Map.entry("DtsJobName", name),
            Map.entry("JobType", "MIGRATION"),
            Map.entry("SourceEndpointInstanceType", "RDS"),
            Map.entry("SourceEndpointInstanceID", source),
            Map.entry("SourceEndpointRegion", Sandbox.REGION),
            Map.entry("SourceEndpointEngineName", "MYSQL"),
            Map.entry("SourceEndpointUserName", "mover"),
            Map.entry("SourceEndpointPassword", "Passw0rd!"),
            Map.entry("DestinationEndpointInstanceType", "RDS"),
            Map.entry("DestinationEndpointInstanceID", target),
            Map.entry("DestinationEndpointRegion", Sandbox.REGION),
            Map.entry("DestinationEndpointEngineName", "MYSQL"),
            Map.entry("DestinationEndpointUserName", "mover"),
            Map.entry("DestinationEndpointPassword", "Passw0rd!"),
            Map.entry("StructureInitialization", "true"),
            Map.entry("DataInitialization", "true"),
            Map.entry("DataSynchronization", "false"),
            Map.entry("DbList", dbList),
            Map.entry("Reserve", "{\"targetTableMode\":\"" + mode + "\"}")));
  }

  static String[] with(String[] arguments, String... more) {
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + more.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return all;
  }

  private static String[] flatten(Map<String, String> map) {
    return map.entrySet().stream()
        .flatMap(entry -> java.util.stream.Stream.of(entry.getKey(), entry.getValue()))
        .toArray(String[]::new);
  }
}
