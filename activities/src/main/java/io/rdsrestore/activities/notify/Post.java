package io.rdsrestore.activities.notify;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Carries calls to receivers, through the proxy of this JVM if it has one ({@code
 * https.proxyHost}). However a receiver behaves, it is over within the limit. No exception's text
 * is passed on: it may hold the address.
 */
final class Post {
  private final HttpClient client;
  private final Duration limit;

  Post(Duration limit) {
    this.limit = limit;
    // Redirects would carry a message to an address that nobody has checked.
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(limit)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** Ends within the limit, never with an exception. */
  CompletableFuture<Outcome> send(Call call, Function<Answered, Outcome> meaning) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(call.url())
            .timeout(limit)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(call.body(), StandardCharsets.UTF_8));
    call.headers().forEach(request::header);
    CompletableFuture<HttpResponse<String>> exchange =
        client.sendAsync(request.build(), head -> new ShortBody());
    return exchange
        // The time-out of a request ends with the head of its answer.
        .copy()
        .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
        .handle(
            (answer, failure) -> {
              if (failure == null) {
                return meaning.apply(answered(answer));
              }
              exchange.cancel(true);
              return outcome(failure);
            });
  }

  private static Answered answered(HttpResponse<String> response) {
    OptionalLong seconds = OptionalLong.empty();
    try {
      seconds = response.headers().firstValueAsLong("Retry-After");
    } catch (NumberFormatException e) {
      // A date: as if it said nothing.
    }
    return new Answered(
        response.statusCode(),
        response.body(),
        seconds.isPresent() ? Duration.ofSeconds(Math.max(1, seconds.getAsLong())) : null);
  }

  private Outcome outcome(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
      return Outcome.failed("it cannot be reached");
    }
    if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException) {
      return Outcome.hung(limit);
    }
    return Outcome.failed("the connection failed (%s)".formatted(cause.getClass().getSimpleName()));
  }
}
