package io.rdsrestore.demo.killmatrix;

import com.google.common.hash.Hashing;
import io.rdsrestore.activities.ActivityImplementations;
import io.rdsrestore.worker.RdsRestore;
import io.rdsrestore.workflows.RestoreContract;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * What a worker process is made of: the class path of the product, all of it in jars, and an
 * archive of its classes as the JVM has them once they are loaded. A worker that is started with
 * the archive works after half of the time, and a matrix is hundreds of starts.
 */
final class WorkerCode {
  private static final List<Class<?>> OURS =
      List.of(RdsRestore.class, ActivityImplementations.class, RestoreContract.class);

  private final String classPath;
  private final Path archive;

  private WorkerCode(String classPath, Path archive) {
    this.classPath = classPath;
    this.archive = archive;
  }

  /**
   * Puts it together from the class path of this JVM.
   *
   * @param folder for what is made; an archive that is there goes, since it is of other classes
   */
  static WorkerCode in(Path folder) {
    Path archive = folder.resolve("worker.jsa").toAbsolutePath();
    try {
      Files.deleteIfExists(archive);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> parts = new ArrayList<>();
    for (Class<?> ours : OURS) {
      Path code = codeOf(ours);
      // The JVM archives classes of jars only.
      parts.add((Files.isDirectory(code) ? jar(code, folder) : code).toString());
    }
    String own = System.getProperty("java.class.path");
    Stream.of(own.split(File.pathSeparator, -1))
        .filter(part -> part.endsWith(".jar") && !parts.contains(part))
        .forEach(parts::add);
    return new WorkerCode(String.join(File.pathSeparator, parts), archive);
  }

  /** Arguments for the JVM of a worker that writes the archive when it is ended by signal 15. */
  List<String> learning() {
    return arguments("-XX:ArchiveClassesAtExit=" + archive);
  }

  /** Arguments for the JVM of a worker. */
  List<String> arguments() {
    return Files.exists(archive)
        ? arguments("-XX:SharedArchiveFile=" + archive)
        : List.of("-cp", classPath);
  }

  private List<String> arguments(String ofArchive) {
    return List.of(ofArchive, "-Xlog:disable", "-cp", classPath);
  }

  private static Path codeOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path jar(Path classes, Path folder) {
    String name = Hashing.sha256().hashUnencodedChars(classes.toString()).toString();
    Path file = folder.resolve(name + ".jar").toAbsolutePath();
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out);
        Stream<Path> all = Files.walk(classes)) {
      for (Path path : all.filter(Files::isRegularFile).sorted().toList()) {
        jar.putNextEntry(new JarEntry(classes.relativize(path).toString().replace('\\', '/')));
        Files.copy(path, jar);
        jar.closeEntry();
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
