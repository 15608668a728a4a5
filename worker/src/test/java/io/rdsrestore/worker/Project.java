package io.rdsrestore.worker;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project lies, from wherever the tests run. */
public final class Project {
  private Project() {}

  public static Path folder() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("rds-restore"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
