package io.rdsrestore.activities.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class KeyMergeTest {
  @Property
  void countsWhatSetsWouldCount(
      @ForAll @Size(max = 20) Map<@IntRange(max = 20) Integer, @IntRange(max = 2) Integer> clone,
      @ForAll @Size(max = 20) Map<@IntRange(max = 20) Integer, @IntRange(max = 2) Integer> target) {
    KeyMerge merge = KeyMerge.of(rows(clone), rows(target));
    assertThat(merge.missing())
        .isEqualTo(clone.keySet().stream().filter(key -> !target.containsKey(key)).count());
    assertThat(merge.more())
        .isEqualTo(target.keySet().stream().filter(key -> !clone.containsKey(key)).count());
    assertThat(merge.kept())
        .isEqualTo(
            clone.keySet().stream()
                .filter(target::containsKey)
                .filter(key -> !Objects.equals(clone.get(key), target.get(key)))
                .count());
  }

  private static Iterator<KeyedRow> rows(Map<Integer, Integer> table) {
    TreeMap<String, String> ordered = new TreeMap<>();
    table.forEach((key, value) -> ordered.put(key.toString(), value.toString()));
    return ordered.entrySet().stream()
        .map(entry -> new KeyedRow(entry.getKey(), entry.getValue()))
        .iterator();
  }
}
