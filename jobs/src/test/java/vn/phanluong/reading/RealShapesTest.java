package vn.phanluong.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phanluong.RealData;

/**
 * Every real file of exam results as it was delivered: no row lost, and every score as in the
 * collected results of the same year and council. What differs is explained in
 * docs/sources/exam_result.md.
 */
class RealShapesTest {
  /**
   * File, rows of data, and how many of them repeat another or have no number. Counted by a program
   * in Python: of a text the lines that are not blank, less the header; of a workbook (openpyxl)
   * the rows of the first sheet with a cell that is a candidate number; repeats are equal rows.
   */
  private static final String COUNTED =
      """
      layouts/2016_coded-columns_can-tho-bac-lieu.xlsx, 399, 0
      layouts/2016_default-noheader_y-duoc-thai-binh.xlsx, 400, 0
      layouts/2016_mapped-gaps_tra-vinh.xlsx, 399, 0
      layouts/2016_mapped_bac-lieu.xlsx, 399, 0
      layouts/2016_separate-scores_hang-hai.xlsx, 399, 0
      layouts/2016_three-columns_khtn-hcm.xlsx, 399, 0
      layouts/2016_title-block-subject-columns_cntp.xlsx, 396, 0
      layouts/2017_header_ben-tre.xlsx, 399, 0
      layouts/2017_noheader_long-an.xlsx, 400, 0
      raw/2017-csv/cleanData_11-BacKan_2017.csv, 2830, 0
      raw/2017-csv/cleanData_49-LongAn_2017.csv, 13225, 1
      raw/2018-csv/cleanData_43-BinhPhuoc_2018.csv, 10175, 0
      raw/2018-csv/cleanData_58-TraVinh_2018.csv, 8152, 0
      raw/2019-csv/cleanData_11-BacKan_2019.csv, 2849, 0
      raw/2019-csv/cleanData_49-LongAn_2019.csv, 13349, 0
      raw/2019-csv/cleanData_58-TraVinh_2019.csv, 7840, 0
      raw/2020-csv/cleanData_64-HauGiang_2020.csv, 5814, 0
      raw/2020-fixed-width/49.txt, 13852, 0
      raw/2020-fixed-width/58.txt, 7890, 0
      raw/2021-label-value-txt/11.txt, 2893, 0
      raw/2021-label-value-txt/58.txt, 8806, 0
      raw/2021-pairs-csv/58-TraVinh_rawData2021.csv, 8806, 0
      raw/2021-semicolon-csv/11.csv, 2893, 0
      raw/2021-semicolon-csv/58.csv, 8806, 0
      raw/2021-xlsx/07.xlsx, 3566, 17
      raw/2021-xlsx/11.xlsx, 2898, 14
      raw/2021-xlsx/29.xlsx, 0, 0
      raw/2021-xlsx/49.xlsx, 16375, 80
      raw/2021-xlsx/58.xlsx, 8812, 44
      raw/2022-csv-minus-one/Cluster_49.csv, 15321, 0
      raw/2022-csv-minus-one/Cluster_58.csv, 9461, 0
      raw/2024-csv-bom/11_TỈNH BẮC KẠN.csv, 3174, 0
      raw/2024-csv-bom/49_TỈNH LONG AN.csv, 15771, 0
      raw/2024-csv-bom/58_TỈNH TRÀ VINH.csv, 9686, 0
      raw/2025-ct2006-xlsx/20250715-ketquathi-ct2006.csv, 22090, 0
      raw/2025-ct2006-xlsx/20250715-ketquathi-ct2006.xlsx, 22090, 0
      """;

  private static Path exam = Path.of("");
  private static CollectedExams collected = new CollectedExams(exam);

  @BeforeAll
  static void findData() {
    exam = RealData.folder().resolve("exam");
    collected = new CollectedExams(exam.resolve("normalized"));
  }

  @Test
  void every_row_of_every_file_is_accepted_or_rejected() throws IOException {
    Map<String, String> counted = new TreeMap<>();
    Map<String, String> screened = new TreeMap<>();
    for (String line : COUNTED.lines().toList()) {
      String[] cells = line.split(", ", -1);
      int rows = Integer.parseInt(cells[1]);
      int odd = Integer.parseInt(cells[2]);
      counted.put(cells[0], rows == 0 ? "file.empty" : (rows - odd) + "/" + odd);
    }
    for (String name : files()) {
      FileReport report = FileReport.of(exam.resolve(name), Declared.nothing(), 1);
      screened.put(
          name,
          report.isRejected()
              ? report.findings().get(0).code()
              : report.accepted() + "/" + report.rejected());
    }
    assertThat(screened).isEqualTo(counted);
  }

  private static List<String> files() throws IOException {
    try (Stream<Path> raw = Files.walk(exam.resolve("raw"));
        Stream<Path> layouts = Files.walk(exam.resolve("layouts"))) {
      return Stream.concat(raw, layouts)
          .filter(Files::isRegularFile)
          .map(file -> exam.relativize(file).toString())
          .toList();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2017, 11, raw/2017-csv/cleanData_11-BacKan_2017.csv, '{dia_li not delivered=3, gdcd not"
        + " delivered=2, hoa_hoc not delivered=1, lich_su not delivered=1}'",
    "2017, 49, raw/2017-csv/cleanData_49-LongAn_2017.csv, '{dia_li not delivered=2, gdcd not"
        + " delivered=5, hoa_hoc not delivered=9, lich_su not delivered=1, ngoai_ngu not"
        + " delivered=4, sinh_hoc not delivered=4}'",
    "2017, 56, layouts/2017_header_ben-tre.xlsx, {only collected=10528}",
    "2017, 49, layouts/2017_noheader_long-an.xlsx, {only collected=12824}",
    "2018, 43, raw/2018-csv/cleanData_43-BinhPhuoc_2018.csv, same",
    "2018, 58, raw/2018-csv/cleanData_58-TraVinh_2018.csv, same",
    "2019, 11, raw/2019-csv/cleanData_11-BacKan_2019.csv, same",
    "2019, 49, raw/2019-csv/cleanData_49-LongAn_2019.csv, same",
    "2019, 58, raw/2019-csv/cleanData_58-TraVinh_2019.csv, same",
    "2020, 64, raw/2020-csv/cleanData_64-HauGiang_2020.csv, same",
    "2020, 49, raw/2020-fixed-width/49.txt, {only delivered 49007344=1}",
    "2020, 58, raw/2020-fixed-width/58.txt, same",
    "2021, 11, raw/2021-label-value-txt/11.txt, {only delivered 11002929=1}",
    "2021, 58, raw/2021-label-value-txt/58.txt, same",
    "2021, 58, raw/2021-pairs-csv/58-TraVinh_rawData2021.csv, same",
    "2021, 11, raw/2021-semicolon-csv/11.csv, {only delivered 11002929=1}",
    "2021, 58, raw/2021-semicolon-csv/58.csv, same",
    "2021, 07, raw/2021-xlsx/07.xlsx, '{ngu_van only delivered=1, only collected=14}'",
    "2021, 49, raw/2021-xlsx/49.xlsx, '{gdcd only delivered=1, only collected=58}'",
    "2021, 58, raw/2021-xlsx/58.xlsx, {only collected=38}",
    "2021, 11, raw/2021-xlsx/11.xlsx, '{only collected=9, only delivered 11002929=1}'",
    "2022, 49, raw/2022-csv-minus-one/Cluster_49.csv, same",
    "2022, 58, raw/2022-csv-minus-one/Cluster_58.csv, same",
    "2024, 11, raw/2024-csv-bom/11_TỈNH BẮC KẠN.csv, same",
    "2024, 49, raw/2024-csv-bom/49_TỈNH LONG AN.csv, same",
    "2024, 58, raw/2024-csv-bom/58_TỈNH TRÀ VINH.csv, same"
  })
  void scores_equal_the_collected_ones(short year, String council, String name, String difference) {
    Screened file = Screened.of(exam.resolve(name), Declared.nothing());
    assertThat(file.file().scope().period()).isEqualTo(year);
    assertThat(file.file().scope().reporterCode()).isEqualTo(council);
    assertThat(collected.difference(year, council, scores(file))).isEqualTo(difference);
  }

  /**
   * No results of 2016 were collected, so each field's number of values and their sum in hundredths
   * are held against what openpyxl reads, by a program that splits labels with a regular
   * expression.
   */
  @ParameterizedTest
  @CsvSource({
    "BAL, 2016_coded-columns_can-tho-bac-lieu.xlsx, dia_li=165/98267 hoa_hoc=194/100360"
        + " lich_su=134/55525 ma N1=88 ngoai_ngu=88/36702 ngu_van=377/191550 sinh_hoc=97/50040"
        + " toan=373/169700 vat_li=155/95380",
    "YTB, 2016_default-noheader_y-duoc-thai-binh.xlsx, dia_li=108/54425 hoa_hoc=216/123180"
        + " lich_su=21/8500 ma N1=378 ngoai_ngu=378/128397 ngu_van=382/213200 sinh_hoc=78/43700"
        + " toan=395/213850 vat_li=252/150000",
    "58, 2016_mapped-gaps_tra-vinh.xlsx, dia_li=308/142950 hoa_hoc=58/22600 lich_su=80/29425"
        + " ma N1=214 ngoai_ngu=214/53062 ngu_van=395/160750 sinh_hoc=115/42540 toan=399/96925"
        + " vat_li=19/8440",
    "60, 2016_mapped_bac-lieu.xlsx, dia_li=313/143725 hoa_hoc=84/33620 lich_su=149/74450 ma N1=25"
        + " ngoai_ngu=25/7048 ngu_van=390/181675 sinh_hoc=119/47320 toan=399/90575"
        + " vat_li=82/41060",
    "HHA, 2016_separate-scores_hang-hai.xlsx, dia_li=206/111750 hoa_hoc=143/80680"
        + " lich_su=21/10625 ngoai_ngu=355/123037 ngu_van=381/195350 sinh_hoc=33/17980"
        + " toan=388/187250 vat_li=167/105420",
    "QST, 2016_three-columns_khtn-hcm.xlsx, dia_li=58/25175 hoa_hoc=197/103560 lich_su=15/4525"
        + " ma N1=325 ma N6=1 ngoai_ngu=326/130400 ngu_van=348/168074 sinh_hoc=47/26280"
        + " toan=395/195175 vat_li=282/162860",
    "DCT, 2016_title-block-subject-columns_cntp.xlsx, dia_li=104/51725 hoa_hoc=218/109880"
        + " lich_su=81/32625 ma N1=201 ngoai_ngu=199/67429 ngu_van=373/159875 sinh_hoc=64/29520"
        + " toan=370/156800 vat_li=249/142280"
  })
  void sums_of_2016_equal_those_of_another_program(String council, String name, String sums) {
    Screened file = Screened.of(exam.resolve("layouts").resolve(name), Declared.nothing());
    assertThat(file.file().scope().period()).isEqualTo((short) 2016);
    assertThat(file.file().scope().reporterCode()).isEqualTo(council);
    Map<String, int[]> found = new TreeMap<>();
    for (Map<String, Object> row : file.rows()) {
      for (String field : CollectedExams.SCORES) {
        add(found, field, row.get(field));
      }
      add(found, "ma " + row.get("ma_ngoai_ngu"), row.get("ma_ngoai_ngu"));
    }
    StringBuilder text = new StringBuilder();
    found.forEach(
        (field, sum) ->
            text.append(field)
                .append('=')
                .append(sum[0])
                .append(field.startsWith("ma ") ? " " : "/" + sum[1] + " "));
    assertThat(text.toString().strip()).isEqualTo(sums);
  }

  private static void add(Map<String, int[]> sums, String field, @Nullable Object value) {
    if (value != null) {
      int[] sum = sums.computeIfAbsent(field, name -> new int[2]);
      sum[0]++;
      sum[1] += value instanceof Short score ? score : 0;
    }
  }

  /** Essays were marked in quarters in 2016, papers of fifty questions in fifths of a point. */
  @Test
  void coded_columns_are_marked_as_the_papers_they_are_read_as() {
    Screened file =
        Screened.of(
            exam.resolve("layouts/2016_coded-columns_can-tho-bac-lieu.xlsx"), Declared.nothing());
    assertThat(file.file().findings())
        .filteredOn(finding -> finding.code().equals("header.assumed"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.en()).contains("cdiem5 = dia_li"));
    for (String essay : List.of("toan", "ngu_van", "dia_li", "lich_su")) {
      assertThat(share(file, essay, 25)).as(essay).isGreaterThan(0.98);
    }
    for (String test : List.of("vat_li", "hoa_hoc", "sinh_hoc")) {
      assertThat(share(file, test, 20)).as(test).isEqualTo(1);
      assertThat(share(file, test, 25)).as(test).isLessThan(0.3);
    }
  }

  private static double share(Screened file, String field, int step) {
    List<Object> scores = file.values(field).stream().filter(Objects::nonNull).toList();
    return scores.stream().filter(score -> (Short) score % step == 0).count()
        / (double) scores.size();
  }

  @Test
  void restores_the_zero_of_5204_numbers_of_2025() {
    Path path = exam.resolve("raw/2025-ct2006-xlsx/20250715-ketquathi-ct2006.csv");
    Screened file = Screened.of(path, Declared.nothing());
    assertThat(file.file().scope())
        .isEqualTo(new Scope("VN", (short) 2025, Scope.KnownBy.CONTENT, Scope.KnownBy.FILE_NAME));
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
    assertThat(scores(book)).isEqualTo(scores(text));
  }

  private static Map<String, Map<String, Object>> scores(Screened file) {
    Map<String, Map<String, Object>> scores = new TreeMap<>();
    file.rows().forEach(row -> scores.put(String.valueOf(row.get("candidate_number")), row));
    return scores;
  }
}
