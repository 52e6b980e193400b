package vn.phanluong.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phanluong.RealData;

/**
 * The files of docs/sources/exam_result.md as they were delivered, held against the collected
 * results of the same year and council: the same candidates, and every score.
 */
class RealExamFilesTest {
  private static final List<String> SCORES =
      List.of(
          "toan",
          "ngu_van",
          "ngoai_ngu",
          "vat_li",
          "hoa_hoc",
          "sinh_hoc",
          "lich_su",
          "dia_li",
          "gdcd",
          "khtn",
          "khxh");

  private static final Set<String> COUNCILS = Set.of("11", "43", "49", "58", "64");
  private static final Map<Short, Map<String, Map<String, Object>>> COLLECTED = new HashMap<>();

  private static Path exam = Path.of("");

  @BeforeAll
  static void findData() {
    exam = RealData.folder().resolve("exam");
  }

  @ParameterizedTest
  @CsvSource({
    "2017, 11, 2017-csv/cleanData_11-BacKan_2017.csv, 2830/0/1, '{dia_li not delivered=3, gdcd not"
        + " delivered=2, hoa_hoc not delivered=1, lich_su not delivered=1}'",
    "2017, 49, 2017-csv/cleanData_49-LongAn_2017.csv, 13224/1/1, '{dia_li not delivered=2, gdcd not"
        + " delivered=5, hoa_hoc not delivered=9, lich_su not delivered=1, ngoai_ngu not"
        + " delivered=4, sinh_hoc not delivered=4}'",
    "2018, 43, 2018-csv/cleanData_43-BinhPhuoc_2018.csv, 10175/0/1, same",
    "2018, 58, 2018-csv/cleanData_58-TraVinh_2018.csv, 8152/0/1, same",
    "2019, 11, 2019-csv/cleanData_11-BacKan_2019.csv, 2849/0/1, same",
    "2019, 49, 2019-csv/cleanData_49-LongAn_2019.csv, 13349/0/1, same",
    "2019, 58, 2019-csv/cleanData_58-TraVinh_2019.csv, 7840/0/1, same",
    "2020, 64, 2020-csv/cleanData_64-HauGiang_2020.csv, 5814/0/1, same",
    "2020, 49, 2020-fixed-width/49.txt, 13852/0/0, {only delivered 49007344=1}",
    "2020, 58, 2020-fixed-width/58.txt, 7890/0/0, same",
    "2021, 11, 2021-label-value-txt/11.txt, 2893/0/0, {only delivered 11002929=1}",
    "2021, 58, 2021-label-value-txt/58.txt, 8806/0/1, same",
    "2021, 58, 2021-pairs-csv/58-TraVinh_rawData2021.csv, 8806/0/0, same",
    "2021, 11, 2021-semicolon-csv/11.csv, 2893/0/1, {only delivered 11002929=1}",
    "2021, 58, 2021-semicolon-csv/58.csv, 8806/0/1, same",
    "2021, 49, 2021-xlsx/49.xlsx, 16295/80/1, '{gdcd only delivered=1, only" + " collected=58}'",
    "2021, 58, 2021-xlsx/58.xlsx, 8768/44/1, {only collected=38}",
    "2021, 11, 2021-xlsx/11.xlsx, 2884/14/1, '{only collected=9, only delivered" + " 11002929=1}'",
    "2022, 49, 2022-csv-minus-one/Cluster_49.csv, 15321/0/1, same",
    "2022, 58, 2022-csv-minus-one/Cluster_58.csv, 9461/0/1, same",
    "2024, 11, 2024-csv-bom/11_TỈNH BẮC KẠN.csv, 3174/0/1, same",
    "2024, 49, 2024-csv-bom/49_TỈNH LONG AN.csv, 15771/0/1, same",
    "2024, 58, 2024-csv-bom/58_TỈNH TRÀ VINH.csv, 9686/0/1, same"
  })
  void reads_what_was_delivered(
      short year, String council, String name, String counts, String difference) {
    Screened file = Screened.of(exam.resolve("raw").resolve(name), Declared.nothing());
    assertThat(file.file().scope().period()).isEqualTo(year);
    assertThat(file.file().scope().reporterCode()).isEqualTo(council);
    assertThat(file.counts()).isEqualTo(counts);
    assertThat(difference(scores(file.rows()), collected(year, council))).isEqualTo(difference);
  }

  @Test
  void restores_the_zero_of_5204_numbers_of_2025() {
    Path path = exam.resolve("raw/2025-ct2006-xlsx/20250715-ketquathi-ct2006.csv");
    Screened file = Screened.of(path, Declared.nothing());
    assertThat(file.file().scope())
        .isEqualTo(new Scope("VN", (short) 2025, Scope.KnownBy.CONTENT, Scope.KnownBy.FILE_NAME));
    assertThat(file.counts()).isEqualTo("22090/0/1");
    assertThat(file.findings()).containsExactly("cell.zero-restored@2");
    ScreenedRecord last = file.records().get(file.records().size() - 1);
    assertThat(last.findings().get(0).en()).contains("5204 such rows");
    assertThat(file.values("candidate_number")).allMatch(number -> number.toString().length() == 8);
  }

  @Test
  void a_workbook_holds_what_the_text_of_the_same_day_holds() {
    Path folder = exam.resolve("raw/2025-ct2006-xlsx");
    Screened text =
        Screened.of(folder.resolve("20250715-ketquathi-ct2006.csv"), Declared.nothing());
    Screened book =
        Screened.of(folder.resolve("20250715-ketquathi-ct2006.xlsx"), Declared.nothing());
    assertThat(book.counts()).isEqualTo(text.counts());
    assertThat(scores(book.rows())).isEqualTo(scores(text.rows()));
  }

  @Test
  void a_workbook_with_a_header_alone_is_empty() {
    Recognition recognition =
        FileScreener.recognise(exam.resolve("raw/2021-xlsx/29.xlsx"), Declared.nothing());
    assertThat(((Recognition.Rejected) recognition).finding().code()).isEqualTo("file.empty");
  }

  /** Candidates on one side only, then cells by field and kind of difference. */
  private static String difference(
      Map<String, Map<String, Object>> delivered, Map<String, Map<String, Object>> collected) {
    Map<String, Integer> differences = new TreeMap<>();
    delivered.forEach(
        (number, scores) -> {
          Map<String, Object> other = collected.get(number);
          if (other == null) {
            differences.merge("only delivered " + number, 1, Integer::sum);
            return;
          }
          for (String field : SCORES) {
            if (!Objects.equals(scores.get(field), other.get(field))) {
              String kind =
                  scores.get(field) == null
                      ? " not delivered"
                      : other.get(field) == null ? " only delivered" : " differs";
              differences.merge(field + kind, 1, Integer::sum);
            }
          }
        });
    collected.keySet().stream()
        .filter(number -> !delivered.containsKey(number))
        .forEach(number -> differences.merge("only collected", 1, Integer::sum));
    return differences.isEmpty() ? "same" : differences.toString();
  }

  private static Map<String, Map<String, Object>> collected(short year, String council) {
    Map<String, Map<String, Object>> ofYear =
        COLLECTED.computeIfAbsent(year, RealExamFilesTest::collected);
    Map<String, Map<String, Object>> ofCouncil = new TreeMap<>(ofYear);
    ofCouncil.keySet().removeIf(number -> !number.startsWith(council));
    return ofCouncil;
  }

  private static Map<String, Map<String, Object>> collected(short year) {
    Path path = exam.resolve("normalized").resolve("exam_%d.csv.gz".formatted(year));
    Recognition.Recognised file =
        (Recognition.Recognised) FileScreener.recognise(path, Declared.nothing());
    assertThat(file.scope().reporterCode()).isEqualTo("VN");
    List<AdmittedRecord> records = new ArrayList<>();
    try (CloseableIterator<AdmittedRecord> each =
        FileScreener.admitted(path, file, Screened::token)) {
      each.forEachRemaining(
          record -> {
            if (record.status() != RowStatus.ACCEPTED
                || COUNCILS.contains(record.record().substring(5, 7))) {
              records.add(record);
            }
          });
    }
    assertThat(records.stream().filter(record -> record.status() != RowStatus.ACCEPTED)).hasSize(1);
    return scores(Screened.reread(file, records));
  }

  private static Map<String, Map<String, Object>> scores(List<Map<String, Object>> rows) {
    Map<String, Map<String, Object>> scores = new TreeMap<>();
    rows.forEach(row -> scores.put(String.valueOf(row.get("candidate_number")), row));
    return scores;
  }
}
