package io.rdsrestore.activities.database;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Tests that share a real server; a subclass may run the same ones on another. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class OnOneServer {
  ServerOfTest server;

  /** Of the MySQL that it runs on; null: see {@link ServerOfTest}. */
  String series() {
    return null;
  }

  @BeforeAll
  void start(@TempDir Path work) throws Exception {
    server = new ServerOfTest(work, series());
  }

  @AfterAll
  void close() {
    server.close();
  }
}
