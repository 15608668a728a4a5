package io.rdsrestore.demo.remedies;

import com.aliyuncs.CommonRequest;
import com.aliyuncs.DefaultAcsClient;
import com.aliyuncs.auth.BasicCredentials;
import com.aliyuncs.auth.StaticCredentialsProvider;
import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.http.ProtocolType;
import com.aliyuncs.profile.DefaultProfile;
import com.google.common.base.Splitter;
import io.rdsrestore.demo.World;
import io.rdsrestore.sandbox.Sandbox;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who pastes commands as a gate prints them: SQL into a client, the rest into a shell. */
final class Engineer {
  private static final Pattern SQL = Pattern.compile("/\\* on the \\w+ (\\S+) \\*/ (.+)");
  private static final Pattern ALIYUN =
      Pattern.compile("aliyun (rds|dts) (\\w+)((?: --\\w+ \\S+)*)");
  private static final Pattern OPTION = Pattern.compile("--(\\w+) (\\S+)");
  private static final Map<String, String> VERSIONS =
      Map.of("rds", "2014-08-15", "dts", "2020-01-01");

  private final Sandbox sandbox;

  Engineer(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /** Runs a printed command as it stands. */
  void paste(String command) {
    Matcher sql = SQL.matcher(command);
    if (sql.matches()) {
      List<String> statements =
          Splitter.on(';').trimResults().omitEmptyStrings().splitToList(sql.group(2));
      Server.of(sandbox, sql.group(1)).run(statements.toArray(String[]::new));
      return;
    }
    Matcher aliyun = ALIYUN.matcher(command);
    if (!aliyun.matches()) {
      throw new AssertionError("neither SQL nor an API call: " + command);
    }
    call(aliyun.group(1), aliyun.group(2), aliyun.group(3));
  }

  /** Calls an API of the cloud, as somebody who has a key. */
  void call(String product, String action, String options) {
    CommonRequest request = new CommonRequest();
    request.setSysDomain(sandbox.hostAndPort());
    request.setSysProtocol(ProtocolType.HTTP);
    request.setSysVersion(VERSIONS.get(product));
    request.setSysAction(action);
    Matcher option = OPTION.matcher(options);
    while (option.find()) {
      request.putQueryParameter(option.group(1), option.group(2));
    }
    DefaultAcsClient client =
        new DefaultAcsClient(
            DefaultProfile.getProfile(Sandbox.REGION),
            new StaticCredentialsProvider(
                new BasicCredentials(World.ACCESS_KEY_ID, World.ACCESS_KEY_SECRET)));
    try {
      var unused = client.getCommonResponse(request);
    } catch (ClientException e) {
      throw new AssertionError(action + " was refused: " + e.getErrCode(), e);
    } finally {
      client.shutdown();
    }
  }
}
