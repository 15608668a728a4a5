package io.rdsrestore.activities.notify;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** The begin of an answer: whatever a receiver sends, no more of it is kept. */
final class ShortBody implements BodySubscriber<String> {
  private static final int MOST_BYTES = 8192;

  private final CompletableFuture<String> body = new CompletableFuture<>();
  private final ByteBuffer kept = ByteBuffer.allocate(MOST_BYTES);
  private Subscription subscription;

  @Override
  public CompletionStage<String> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    given.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> items) {
    for (ByteBuffer item : items) {
      while (item.hasRemaining() && kept.hasRemaining()) {
        kept.put(item.get());
      }
    }
    if (!kept.hasRemaining()) {
      subscription.cancel();
      onComplete();
    }
  }

  @Override
  public void onError(Throwable failed) {
    body.completeExceptionally(failed);
  }

  @Override
  public void onComplete() {
    body.complete(new String(kept.array(), 0, kept.position(), StandardCharsets.UTF_8));
  }
}
