package io.rdsrestore.sandbox.dataplane;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Options that all kinds of servers have alike. */
final class ServerOptions {
  private ServerOptions() {}

  /** Of a server that runs, and whose binary log tells each row. */
  static List<String> running(int port, int serverId) {
    return List.of(
        "--port=" + port,
        "--bind-address=127.0.0.1",
        // Relative to the data directory: a socket's path may have some 100 characters only.
        "--socket=mysql.sock",
        "--pid-file=mysql.pid",
        "--server-id=" + serverId,
        "--log-bin=binlog",
        "--binlog-format=ROW",
        "--log-slave-updates",
        "--relay-log=relay",
        "--skip-slave-start",
        "--log-bin-trust-function-creators=1",
        "--skip-name-resolve",
        "--max-connections=100",
        "--max-allowed-packet=256M",
        "--local-infile=0");
  }

  /** Of one that runs or makes its data directory; they come first. */
  static List<String> always(Path baseDir, Path share, Path dataDir) {
    List<String> options = new ArrayList<>();
    options.add("--no-defaults");
    if ("root".equals(System.getProperty("user.name"))) {
      options.add("--user=root"); // the server refuses to run as root unasked
    }
    options.addAll(
        List.of(
            "--basedir=" + baseDir,
            "--lc-messages-dir=" + share,
            "--character-sets-dir=" + share.resolve("charsets"),
            "--datadir=" + dataDir,
            "--tmpdir=" + dataDir,
            "--character-set-server=utf8mb4",
            "--performance-schema=OFF",
            "--key-buffer-size=1M",
            "--innodb-buffer-pool-size=32M",
            "--innodb-log-file-size=16M",
            "--innodb-autoextend-increment=1",
            // A sandbox's data need not outlive a crash of the machine.
            "--innodb-flush-log-at-trx-commit=0",
            "--innodb-flush-method=nosync"));
    return options;
  }
}
