package io.rdsrestore.worker.cli;

import java.util.List;

/** Lists of messages, which another version may leave out. */
final class Lists {
  private Lists() {}

  static <T> List<T> of(List<T> list) {
    return list == null ? List.of() : list;
  }
}
