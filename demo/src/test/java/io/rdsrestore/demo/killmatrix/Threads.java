package io.rdsrestore.demo.killmatrix;

import java.util.concurrent.ThreadFactory;

/** Threads that do not keep the JVM alive. */
final class Threads {
  private Threads() {}

  static ThreadFactory daemons(String name) {
    return task -> {
      Thread thread = new Thread(task, "kill-" + name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
