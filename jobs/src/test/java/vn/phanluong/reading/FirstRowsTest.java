package vn.phanluong.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The table of digests against a map of the texts themselves. */
class FirstRowsTest {
  private record Model(int rowNumber, String record) {}

  @Test
  void finds_what_a_map_of_all_texts_finds() {
    FirstRows rows = new FirstRows(new int[] {0, 1}, new int[0]);
    Map<List<String>, Model> model = new HashMap<>();
    Random random = new Random(7);
    for (int rowNumber = 1; rowNumber <= 60_000; rowNumber++) {
      String place = "P" + random.nextInt(300);
      String year = "20" + random.nextInt(300);
      String record = place + ";" + year + ";" + random.nextInt(3);
      Model first = model.putIfAbsent(List.of(place, year), new Model(rowNumber, record));
      FirstRows.Earlier found =
          rows.enter(rowNumber, record, List.<Object[]>of(new Object[] {place, year}));
      assertThat(found)
          .isEqualTo(
              first == null
                  ? null
                  : new FirstRows.Earlier(first.rowNumber, first.record.equals(record)));
    }
    assertThat(model).hasSizeGreaterThan(30_000);
  }
}
