package vn.phanluong.indicator;

import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.phanluong.HomeExtension;
import vn.phanluong.RealData;
import vn.phanluong.definition.Contracts;
import vn.phanluong.ops.BuildRun;
import vn.phanluong.raw.Load;
import vn.phanluong.reading.Declared;
import vn.phanluong.runtime.Progress;
import vn.phanluong.runtime.TableStore;

/** Real exam years, among them the one with nine councils missing, against another engine. */
@ExtendWith(HomeExtension.class)
class ExamStatisticAgainstDuckTest {
  private static final List<String> FIGURES =
      List.of(
          "candidates", "n", "mean", "sd", "median", "p10", "p90", "share_ge_5", "zeros", "tens");

  /** Councils are missing in both. */
  private static final List<Integer> SOME = List.of(2018, 2022);

  private static final List<Integer> ALL = List.of(2017, 2018, 2019, 2020, 2021, 2022, 2024);

  @Test
  void every_council_province_and_nation_agrees_on_both_boundaries(TableStore store)
      throws Exception {
    agreeIn(SOME, store);
  }

  /** Six million rows. */
  @Test
  @Tag("soak")
  void so_it_is_in_all_years(TableStore store) throws Exception {
    agreeIn(ALL, store);
  }

  private static void agreeIn(List<Integer> years, TableStore store) throws Exception {
    Path data = RealData.folder();
    List<Path> files =
        years.stream()
            .map(year -> data.resolve("exam/normalized/exam_%d.csv.gz".formatted(year)))
            .toList();

    new Load(store, Progress.silent()).run(files, Declared.nothing());
    new BuildRun(store, Progress.silent()).run(List.of("indicator.exam_statistic"), false);
    Map<String, List<Double>> expected;
    try (DuckExamStatistics duck = new DuckExamStatistics()) {
      duck.read(files);
      duck.summarise(data.resolve("admin_units/moet_gso_crosswalk.csv"));
      expected = duck.rows();
    }

    Map<String, Row> reported = rows(store, "not_reported", false);
    assertThat(reported.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
    expected.forEach((key, values) -> agree(key, requireNonNull(reported.get(key)), values));
    assertThat(rows(store, "not_reported", true).values())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.<Object>getAs("n")).isNull())
        .extracting(row -> row.getShort(0) + "/" + row.getAs("area_key"))
        .contains("2018/15", "2018/55", "2022/01", "2022/02", "2022/P01@2017-01-01")
        .doesNotContain("2018/01", "2022/15");
  }

  private static void agree(String key, Row row, List<Double> values) {
    for (int i = 0; i < FIGURES.size(); i++) {
      Number actual = row.getAs(FIGURES.get(i));
      Double wanted = values.get(i);
      if (wanted.isNaN()) {
        assertThat(actual).as(key + " " + FIGURES.get(i)).isNull();
      } else {
        assertThat(actual.doubleValue())
            .as(key + " " + FIGURES.get(i))
            .isCloseTo(wanted, within(1e-9));
      }
    }
    Number absent = row.getAs("absent");
    assertThat(absent.doubleValue()).as(key + " absent").isEqualTo(values.get(0) - values.get(1));
  }

  /** Rows by the key the other engine uses: a place's code without its date. */
  private static Map<String, Row> rows(TableStore store, String status, boolean isEqual) {
    Map<String, Row> rows = new TreeMap<>();
    store
        .read(Contracts.bundled().of("indicator.exam_statistic"))
        .where(col("reporting_status").equalTo(status).equalTo(isEqual))
        .collectAsList()
        .forEach(row -> rows.put(key(row), row));
    return rows;
  }

  private static String key(Row row) {
    String area = row.getAs("area_key");
    List<String> key = new ArrayList<>();
    key.add(String.valueOf(row.<Short>getAs("exam_year")));
    key.add(row.getAs("subject_code"));
    key.add(row.getAs("area_type"));
    key.add(area.startsWith("P") ? area.substring(1, area.indexOf('@')) : area);
    key.add(row.getAs("boundary"));
    return String.join("/", key);
  }
}
