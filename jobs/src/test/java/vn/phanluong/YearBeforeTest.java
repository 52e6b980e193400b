package vn.phanluong;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.phanluong.definition.Contracts;
import vn.phanluong.raw.Receipt;
import vn.phanluong.reading.Declared;
import vn.phanluong.reading.Finding;
import vn.phanluong.runtime.TableStore;

/** A council's, or a reporter's, number of rows against the year before. */
@ExtendWith(HomeExtension.class)
class YearBeforeTest {
  private static final Declared NATION = new Declared(null, "VN", null);

  @Test
  void a_council_that_shrank_and_one_that_is_missing_are_said_once_each(TableStore store) {
    Warehouse warehouse = new Warehouse(store);
    warehouse.load(List.of(exam(warehouse, 2021, Map.of("01", 200, "02", 200, "49", 150))), NATION);

    Receipt receipt =
        warehouse.load(List.of(exam(warehouse, 2022, Map.of("02", 99, "49", 225))), NATION).get(0);

    assertThat(receipt.status()).isEqualTo("accepted_with_findings");
    assertThat(receipt.findings())
        .extracting(Finding::code)
        .containsExactly("file.year-change", "file.units-missing");
    List<Row> found = found(store);
    assertThat(found).hasSize(2);
    assertThat(found.get(0).<String>getAs("message_en"))
        .contains("02: 200 (2021, thi_2021.csv, ", "→ 99 (2022, thi_2022.csv, ");
    assertThat(found.get(0).<String>getAs("message_vi")).contains("02: 200", "→ 99");
    assertThat(found.get(1).<String>getAs("message_en")).contains("1: 01 (2021, thi_2021.csv");
    assertThat(found.get(0).<String>getAs("severity")).isEqualTo("warn");
  }

  @Test
  void years_of_one_run_are_compared_as_those_of_two(TableStore store) {
    Warehouse warehouse = new Warehouse(store);
    warehouse.load(
        List.of(
            exam(warehouse, 2021, Map.of("01", 200, "02", 200)),
            exam(warehouse, 2022, Map.of("02", 99))),
        NATION);
    assertThat(found(store))
        .extracting(row -> row.<String>getAs("code") + " " + row.getAs("file_name"))
        .containsExactly("file.year-change thi_2022.csv", "file.units-missing thi_2022.csv");
  }

  @Test
  void half_more_or_less_and_small_councils_are_passed_over(TableStore store) {
    Warehouse warehouse = new Warehouse(store);
    warehouse.load(
        List.of(
            exam(warehouse, 2021, Map.of("01", 200, "02", 200, "49", 99)),
            exam(warehouse, 2022, Map.of("01", 100, "02", 300, "49", 9, "58", 500))),
        NATION);
    assertThat(found(store)).isEmpty();
  }

  @Test
  void a_file_of_one_council_is_compared_with_that_council_alone(TableStore store) {
    Warehouse warehouse = new Warehouse(store);
    warehouse.load(List.of(exam(warehouse, 2021, Map.of("01", 200, "02", 700))), NATION);
    Receipt receipt =
        warehouse
            .load(List.of(exam(warehouse, 2022, Map.of("02", 200))), new Declared(null, "02", null))
            .get(0);
    assertThat(receipt.findings())
        .singleElement()
        .satisfies(found -> assertThat(found.en()).contains("02: 700 (2021", "→ 200 (2022"));
  }

  @Test
  void a_council_that_reports_apart_is_not_missing(TableStore store) {
    Warehouse warehouse = new Warehouse(store);
    warehouse.load(List.of(exam(warehouse, 2021, Map.of("01", 200, "02", 200))), NATION);
    warehouse.load(
        List.of(exam(warehouse, 2022, Map.of("01", 200))), new Declared(null, "01", null));
    warehouse.load(List.of(exam(warehouse, 2022, Map.of("02", 200))), NATION);
    assertThat(found(store)).isEmpty();
  }

  @Test
  void a_reporter_is_compared_with_itself_without_reading_a_row(TableStore store) {
    Warehouse warehouse = new Warehouse(store);
    warehouse.load(List.of(schools(warehouse, 2022, 130), schools(warehouse, 2023, 60)));
    assertThat(found(store))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row.<String>getAs("message_en"))
                    .contains(": 130 (2022, ", "→ 60 (2023, "));
  }

  private static List<Row> found(TableStore store) {
    return store
        .read(Contracts.bundled().of("ops.finding"))
        .orderBy("submission_id", "finding_number")
        .collectAsList();
  }

  private static Path exam(Warehouse warehouse, int year, Map<String, Integer> councils) {
    StringBuilder text = new StringBuilder("sbd,nam,toan\n");
    new TreeMap<>(councils)
        .forEach(
            (council, rows) -> {
              for (int i = 1; i <= rows; i++) {
                text.append("%s%06d,%d,5.00\n".formatted(council, i, year));
              }
            });
    return warehouse.file("thi_%d.csv".formatted(year), text.toString());
  }

  private static Path schools(Warehouse warehouse, int year, int schools) {
    StringBuilder text =
        new StringBuilder("Năm tốt nghiệp,Tỉnh,Huyện,Trường,Cấp học,Số tốt nghiệp,Cơ sở tính\n");
    for (int i = 1; i <= schools; i++) {
      text.append("%d,Long An,Tân An,THCS số %d,THCS,%d,trường\n".formatted(year, i, i));
    }
    return warehouse.file("tot_nghiep_%d.csv".formatted(year), text.toString());
  }
}
