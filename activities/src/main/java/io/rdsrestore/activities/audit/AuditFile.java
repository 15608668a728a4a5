package io.rdsrestore.activities.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.rdsrestore.workflows.audit.AuditEntry;
import io.rdsrestore.workflows.json.RestoreJson;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Lines of JSON that are only ever appended, each once by its id. Workers of one machine, or of a
 * file system with locks, may share it. What a worker that was killed has left of a line is closed
 * by a line end and never touched again; its entry comes once more, whole.
 */
final class AuditFile {
  /** Ids that are remembered: of far more lines than one activity is tried again behind. */
  private static final int MOST_IDS = 200_000;

  private static final Set<PosixFilePermission> OWNER_AND_GROUP =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.GROUP_READ);

  /** A lock of the file keeps other processes off, and would fail within one. */
  private static final Map<Path, Object> MONITORS = new ConcurrentHashMap<>();

  private final Path path;
  private final Object monitor;

  /** In the order of the file. Guarded by the monitor, as all below. */
  private final Map<String, Boolean> ids =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > MOST_IDS;
        }
      };

  /** Up to where whole lines were read. */
  private long read;

  /** Which file that was: somebody may have put it aside. */
  private Object fileKey;

  AuditFile(Path path) {
    this.path = path;
    this.monitor = MONITORS.computeIfAbsent(path.toAbsolutePath(), same -> new Object());
  }

  /**
   * They are all in the file, and on the disk, when this returns.
   *
   * @throws IOException if that is not so
   */
  void append(List<AuditEntry> entries) throws IOException {
    synchronized (monitor) {
      appendAlone(entries);
    }
  }

  private void appendAlone(List<AuditEntry> entries) throws IOException {
    boolean isNew = create();
    try (FileChannel writing =
            FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        FileLock lock = writing.lock()) {
      if (!lock.isValid()) {
        throw new IOException("the lock was lost");
      }
      boolean torn = readOn();
      String lines =
          entries.stream()
              .filter(entry -> !ids.containsKey(entry.id()))
              .map(entry -> RestoreJson.write(entry) + "\n")
              .collect(Collectors.joining());
      if (!lines.isEmpty()) {
        write(writing, torn ? "\n" + lines : lines);
      }
      // Also of lines that an attempt before has written, and did not live to force.
      writing.force(true);
      if (isNew) {
        forceFolder();
      }
      if (!lines.isEmpty()) {
        var unused = readOn();
      }
    }
  }

  private boolean create() throws IOException {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    boolean posix = Files.getFileStore(folder()).supportsFileAttributeView("posix");
    FileAttribute<?>[] attributes =
        posix
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_AND_GROUP)}
            : new FileAttribute<?>[0];
    try (FileChannel made =
        FileChannel.open(
            path,
            EnumSet.of(
                StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND),
            attributes)) {
      return made.isOpen();
    }
  }

  private Path folder() {
    return path.toAbsolutePath().getParent();
  }

  /** The name of a new file is in its folder, which has to reach the disk, too. */
  private void forceFolder() throws IOException {
    try (FileChannel folder = FileChannel.open(folder(), StandardOpenOption.READ)) {
      folder.force(true);
    }
  }

  private static void write(FileChannel channel, String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      int unused = channel.write(bytes);
    }
  }

  /** Reads what others have appended; true if the last line has no end. */
  private boolean readOn() throws IOException {
    Object key = Files.readAttributes(path, "fileKey").get("fileKey");
    if (!Objects.equals(key, fileKey) || Files.size(path) < read) {
      // Another file of the same name: what was in the one before is not written again.
      read = 0;
      fileKey = key;
    }
    try (FileChannel reading = FileChannel.open(path, StandardOpenOption.READ);
        InputStream rest =
            new BufferedInputStream(Channels.newInputStream(reading.position(read)))) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int next = rest.read(); next >= 0; next = rest.read()) {
        if (next == '\n') {
          read += line.size() + 1;
          remember(line.toString(StandardCharsets.UTF_8));
          line.reset();
        } else {
          line.write(next);
        }
      }
      // All of a line but its end may be there: then it is whole.
      remember(line.toString(StandardCharsets.UTF_8));
      return line.size() > 0;
    }
  }

  private void remember(String line) {
    try {
      JsonNode id = RestoreJson.mapper().readTree(line).path("id");
      if (id.isTextual()) {
        ids.put(id.textValue(), true);
      }
    } catch (JsonProcessingException e) {
      // What a killed worker has left of a line: its entry comes once more.
    }
  }
}
