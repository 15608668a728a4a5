package io.rdsrestore.sandbox.rds;

import io.rdsrestore.sandbox.http.ApiCall;
import io.rdsrestore.sandbox.http.ApiException;
import java.util.List;

/**
 * One page of a list.
 *
 * @param number from 1
 * @param total how many items all pages hold
 */
record Page<T>(int number, List<T> items, int total) {

  static <T> Page<T> of(ApiCall call, List<T> all, int defaultSize, int minSize, int maxSize) {
    return of(call, "PageNumber", all, defaultSize, minSize, maxSize);
  }

  static <T> Page<T> of(
      ApiCall call,
      String numberParameter,
      List<T> all,
      int defaultSize,
      int minSize,
      int maxSize) {
    int number = call.number(numberParameter, 1);
    int size = call.number("PageSize", defaultSize);
    if (number < 1) {
      throw ApiException.invalid(numberParameter, "it starts at 1.");
    }
    if (size < minSize || size > maxSize) {
      throw ApiException.invalid("PageSize", minSize + " to " + maxSize + " is expected.");
    }
    int from = (int) Math.min(all.size(), (number - 1L) * size);
    int to = Math.min(all.size(), from + size);
    return new Page<>(number, all.subList(from, to), all.size());
  }
}
