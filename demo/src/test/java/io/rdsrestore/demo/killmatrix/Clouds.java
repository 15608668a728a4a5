package io.rdsrestore.demo.killmatrix;

import io.rdsrestore.demo.World;
import io.rdsrestore.demo.oracle.PrimaryKind;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.SandboxBuilder;
import io.rdsrestore.sandbox.settings.BackupSpec;
import io.rdsrestore.sandbox.settings.SandboxTimings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A cloud without databases for each story, with a primary of its own for each of its cells. */
final class Clouds implements AutoCloseable {

  private static final Duration SOME_LATER = Duration.ofMinutes(10);

  private final Map<Story, Sandbox> sandboxes = new EnumMap<>(Story.class);
  private final Map<Story, Deque<String>> free = new ConcurrentHashMap<>();

  Clouds(Collection<Story> stories, int primaries, PrimaryKind kind) {
    Instant backup = Instant.now().minus(Duration.ofHours(1));
    for (Story story : stories) {
      SandboxBuilder builder =
          Sandbox.builder()
              .accessKey(World.ACCESS_KEY_ID, World.ACCESS_KEY_SECRET)
              .timings(
                  new SandboxTimings(
                      story.waits(),
                      story.waits(),
                      story.copy(),
                      Duration.ZERO,
                      Duration.ZERO,
                      story.recoveryLag()))
              .samplePrimary(false);
      Deque<String> ids = new ArrayDeque<>();
      for (int i = 1; i <= primaries; i++) {
        String id = "rm-kill%03d".formatted(i);
        ids.add(id);
        builder.primary(
            kind.primary(id)
                .database("shop", "orders")
                .backup(BackupSpec.usable(Story.BACKUP, backup))
                .backup(BackupSpec.usable(Story.OTHER_BACKUP, backup.plus(SOME_LATER)))
                .build());
      }
      sandboxes.put(story, builder.build().start());
      free.put(story, ids);
    }
  }

  Sandbox of(Story story) {
    return sandboxes.get(story);
  }

  /** A primary that no cell has had. */
  String primary(Story story) {
    Deque<String> ids = free.get(story);
    String id;
    synchronized (ids) {
      id = ids.remove();
    }
    story.before(of(story), id);
    return id;
  }

  @Override
  public void close() {
    sandboxes.values().forEach(Sandbox::close);
  }
}
