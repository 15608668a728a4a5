package io.rdsrestore.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objects as words, also as they are copied out of SQL. */
class RequestPartOptionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "crm | [{\"database\":\"crm\"}]",
        "shop.orders | [{\"database\":\"shop\",\"tables\":[{\"name\":\"orders\"}]}]",
        "shop.orders=o2 | [{\"database\":\"shop\",\"tables\":[{\"name\":\"orders\",\"as\":\"o2\"}]}]",
        "`shop`.`orders` | [{\"database\":\"shop\",\"tables\":[{\"name\":\"orders\"}]}]",
        "`shop`.`a.b=c`=`o2` | [{\"database\":\"shop\",\"tables\":[{\"name\":\"a.b=c\",\"as\":\"o2\"}]}]",
        "`shop`.`orders`; | [{\"database\":\"shop\",\"tables\":[{\"name\":\"orders\"}]}]",
        "shop. | [{\"database\":\"shop\",\"tables\":[{\"name\":\"\"}]}]",
        "`shop | [{\"database\":\"`shop\"}]"
      })
  void aWordIsADatabaseOrATable(String word, String json) {
    assertThat(RequestPartOptions.objects(List.of(word))).hasToString(json);
  }
}
