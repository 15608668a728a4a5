package io.rdsrestore.activities.cloud;

import com.aliyuncs.AcsRequest;
import com.aliyuncs.DefaultAcsClient;
import com.aliyuncs.IAcsClient;
import com.aliyuncs.auth.AlibabaCloudCredentialsProvider;
import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.http.FormatType;
import com.aliyuncs.http.HttpClientConfig;
import com.aliyuncs.http.HttpResponse;
import com.aliyuncs.http.ProtocolType;
import com.aliyuncs.profile.DefaultProfile;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sends calls with Alibaba's SDK and turns every kind of failure into a {@link CloudException}.
 *
 * <p>Requests are the SDK's classes; answers are read here, since the SDK's own reader mangles
 * escapes and takes {@code Success=false} for success. Nothing is retried here: whoever calls knows
 * whether that is safe. With temporary credentials the SDK signs the security token into the URL;
 * it never reaches a message, because texts of the SDK are not passed on.
 */
public final class CloudClient {
  private static final int CONNECT_MILLIS = 5_000;
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(20);
  // ConfigureDtsJob may take a minute; a purchase whose answer is waited for is worth waiting for.
  private static final Duration WRITE_TIMEOUT = Duration.ofSeconds(90);
  private static final int CONNECTIONS = 64;

  private final AlibabaCloudCredentialsProvider credentials;
  private final CloudEndpoint endpoint;
  private final FailedCalls failedCalls;
  private final Map<String, IAcsClient> clients = new ConcurrentHashMap<>();

  /**
   * A client of all regions.
   *
   * @param endpoint instead of Alibaba Cloud's own; null for these
   */
  public CloudClient(AlibabaCloudCredentialsProvider credentials, CloudEndpoint endpoint) {
    this(credentials, endpoint, FailedCalls.UNCOUNTED);
  }

  /** Likewise, whose failed calls somebody counts. */
  public CloudClient(
      AlibabaCloudCredentialsProvider credentials,
      CloudEndpoint endpoint,
      FailedCalls failedCalls) {
    this.credentials = credentials;
    this.endpoint = endpoint;
    this.failedCalls = failedCalls;
  }

  /** Sends a call that changes nothing. */
  public Answer read(String regionId, AcsRequest<?> request) {
    return send(regionId, request, READ_TIMEOUT, List.of());
  }

  /** Sends a call that changes something. */
  public Answer write(String regionId, AcsRequest<?> request) {
    return send(regionId, request, WRITE_TIMEOUT, List.of());
  }

  /** Sends a call that changes something and carries secrets, which no message may hold. */
  public Answer write(String regionId, AcsRequest<?> request, Collection<String> secrets) {
    return send(regionId, request, WRITE_TIMEOUT, secrets);
  }

  private Answer send(
      String regionId, AcsRequest<?> request, Duration timeout, Collection<String> secrets) {
    prepare(regionId, request, timeout);
    AnswerReader reader =
        new AnswerReader(request.getSysProduct(), request.getSysActionName(), secrets);
    try {
      return answer(regionId, request, reader);
    } catch (CloudException e) {
      failedCalls.failed(reader.count(e));
      throw e;
    }
  }

  private Answer answer(String regionId, AcsRequest<?> request, AnswerReader reader) {
    HttpResponse response;
    try {
      response = clients.computeIfAbsent(regionId, this::newClient).doAction(request);
    } catch (ClientException e) {
      String code = e.getErrCode() == null ? ErrorTable.NO_CREDENTIALS : e.getErrCode();
      throw reader.noAnswer(code, wasNotSent(e));
    }
    return reader.read(response.getStatus(), response.getHttpContent());
  }

  private void prepare(String regionId, AcsRequest<?> request, Duration timeout) {
    request.setSysRegionId(regionId);
    request.setSysAcceptFormat(FormatType.JSON);
    request.setSysConnectTimeout(CONNECT_MILLIS);
    request.setSysReadTimeout((int) timeout.toMillis());
    request.setSysProtocol(
        endpoint == null || endpoint.secure() ? ProtocolType.HTTPS : ProtocolType.HTTP);
    if (endpoint != null) {
      request.setSysEndpoint(endpoint.authority());
    }
  }

  private IAcsClient newClient(String regionId) {
    DefaultProfile profile = DefaultProfile.getProfile(regionId);
    // The SDK's HTTP client is one for the whole JVM: the first configuration counts.
    HttpClientConfig http = HttpClientConfig.getDefault();
    http.setProtocolType(ProtocolType.HTTPS);
    http.setMaxRequests(CONNECTIONS);
    http.setMaxRequestsPerHost(CONNECTIONS);
    profile.setHttpClientConfig(http);
    return new DefaultAcsClient(profile, credentials);
  }

  /** Whether no connection came about, so that the service cannot have seen the call. */
  private static boolean wasNotSent(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
        return true;
      }
    }
    return false;
  }
}
