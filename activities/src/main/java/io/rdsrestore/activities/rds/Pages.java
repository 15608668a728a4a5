package io.rdsrestore.activities.rds;

import com.aliyuncs.AcsRequest;
import io.rdsrestore.activities.cloud.Answer;
import io.rdsrestore.activities.cloud.CloudClient;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Lists that RDS answers page by page (PageNumber, TotalRecordCount). */
final class Pages {
  private Pages() {}

  /**
   * All of a list.
   *
   * @param request by the number of the page, from 1
   * @param field what an answer has the list in
   * @param element the name of the list there
   */
  static List<Answer> all(
      CloudClient cloud,
      String regionId,
      IntFunction<AcsRequest<?>> request,
      String field,
      String element) {
    List<Answer> all = new ArrayList<>();
    for (int page = 1; ; page++) {
      Answer answer = cloud.read(regionId, request.apply(page));
      List<Answer> found = answer.list(field, element);
      all.addAll(found);
      if (found.isEmpty() || all.size() >= answer.number("TotalRecordCount", 0)) {
        return all;
      }
    }
  }
}
