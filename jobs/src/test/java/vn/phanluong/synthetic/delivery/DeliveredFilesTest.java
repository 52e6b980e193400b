package vn.phanluong.synthetic.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.phanluong.reading.Declared;
import vn.phanluong.reading.FileReport;
import vn.phanluong.reading.Finding;
import vn.phanluong.synthetic.Draws;
import vn.phanluong.synthetic.Parameters;

/** What the door says of files as reporters send them, clean and dirty. */
class DeliveredFilesTest {
  private static final int REPORTERS = 16;
  private static final int ROWS = 60;
  private static final Draws DRAWS = new Draws(7);

  @TempDir private Path folder = Path.of("");

  static List<String> datasets() {
    return FakeRows.DATASETS;
  }

  /** Files of many reporters, with what the sink was told. */
  private List<MadeFile> make(List<Delivery> deliveries, DirtPlan plan, int rows, RowSink sink)
      throws IOException {
    List<MadeFile> made = new ArrayList<>();
    try (FileMaker maker = new FileMaker(folder, DRAWS, Parameters.bundled())) {
      for (Delivery delivery : deliveries) {
        made.addAll(maker.make(delivery, () -> FakeRows.rows(delivery, rows), plan, sink));
      }
    }
    return made;
  }

  private static List<Delivery> deliveries(String dataset) {
    return IntStream.range(0, REPORTERS)
        .mapToObj(reporter -> FakeRows.delivery(dataset, reporter))
        .toList();
  }

  private List<Map<String, String>> truth(String name) throws IOException {
    try (Stream<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(folder.resolve("truth/" + name + ".csv")).stream()) {
      return rows.map(NamedCsvRecord::getFieldsAsMap).toList();
    }
  }

  private FileReport screened(MadeFile file) {
    return FileReport.of(folder.resolve(file.path()), Declared.nothing(), 10_000);
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void a_clean_file_says_only_what_its_form_declares(String dataset) throws IOException {
    List<MadeFile> made =
        make(deliveries(dataset), DirtPlan.clean(), ROWS, (file, row, number, fate) -> {});
    Map<String, Set<String>> declared = new HashMap<>();
    for (Map<String, String> line : truth("dirt")) {
      declared.computeIfAbsent(line.get("file"), file -> new TreeSet<>()).add(line.get("finding"));
    }
    List<String> wrong = new ArrayList<>();
    for (MadeFile file : made) {
      FileReport report = screened(file);
      Set<String> found = new TreeSet<>();
      report.findings().forEach(finding -> found.add(finding.code()));
      if (!report.dataset().equals(dataset)
          || report.accepted() != ROWS
          || !found.equals(declared.getOrDefault(file.path(), Set.of()))) {
        wrong.add(
            "%s %s %s %d/%d %s instead of %s"
                .formatted(
                    file.path(),
                    file.encoding(),
                    report.dataset(),
                    report.accepted(),
                    report.rejected(),
                    report.findings().stream().limit(3).map(Finding::en).toList(),
                    declared.get(file.path())));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void all_dirt_is_found_where_it_was_made_and_nothing_else(String dataset) throws IOException {
    List<Delivery> deliveries = deliveries(dataset);
    DirtPlan plan = DirtPlan.of(DRAWS, Parameters.bundled(), 2023, deliveries);
    Map<String, Long> accepted = new HashMap<>();
    List<MadeFile> made =
        make(
            deliveries,
            plan,
            200,
            (file, row, number, fate) ->
                accepted.merge(file.path(), fate == Fate.ACCEPTED ? 1L : 0L, Long::sum));
    Map<String, List<Map<String, String>>> dirt = new LinkedHashMap<>();
    for (Map<String, String> line : truth("dirt")) {
      dirt.computeIfAbsent(line.get("file"), file -> new ArrayList<>()).add(line);
    }
    List<String> wrong = new ArrayList<>();
    for (MadeFile file : made) {
      FileReport report = screened(file);
      List<Map<String, String>> lines = dirt.getOrDefault(file.path(), List.of());
      lines.stream()
          .filter(line -> !line.getOrDefault("finding", "").isEmpty())
          .filter(line -> report.findings().stream().noneMatch(it -> isOf(line, it)))
          .forEach(
              line ->
                  wrong.add(
                      "missed "
                          + line
                          + " "
                          + report.findings().stream().limit(2).map(Finding::en).toList()));
      report.findings().stream()
          .filter(finding -> lines.stream().noneMatch(line -> explains(line, finding)))
          .forEach(finding -> wrong.add("unexplained in " + file.path() + ": " + finding.en()));
      if (report.isRejected() != file.refused()
          || (!file.refused() && report.read() != file.rows())) {
        wrong.add(file.path() + " rows " + report.read() + " of " + file.rows());
      }
      if (report.accepted() != accepted.getOrDefault(file.path(), 0L)) {
        wrong.add(
            file.path() + " accepted " + report.accepted() + ", the sink was told " + accepted);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean isOf(Map<String, String> line, Finding finding) {
    boolean isThere =
        !"row".equals(line.get("found_at"))
            || Integer.toString(finding.rowNumber()).equals(line.get("row"));
    return isThere && finding.code().equals(line.get("finding"));
  }

  private static boolean explains(Map<String, String> line, Finding finding) {
    return isOf(line, finding)
        || (finding.rowNumber() > 0
            && Integer.toString(finding.rowNumber()).equals(line.get("row")));
  }

  @Test
  void every_kind_that_can_be_carried_is_made_in_a_year() throws IOException {
    List<Delivery> deliveries = new ArrayList<>();
    FakeRows.DATASETS.forEach(dataset -> deliveries.addAll(deliveries(dataset)));
    DirtPlan plan = DirtPlan.of(DRAWS, Parameters.bundled(), 2023, deliveries);
    make(deliveries, plan, 100, (file, row, number, fate) -> {});
    Set<String> made = new TreeSet<>();
    truth("dirt").forEach(line -> made.add(line.get("kind")));
    Set<String> missing = new TreeSet<>();
    DirtKind.all().stream()
        .filter(kind -> kind.strength() != DirtKind.Strength.NOT_MADE)
        .filter(kind -> !made.contains(kind.name()))
        .forEach(kind -> missing.add(kind.name()));
    // No empty report, no zero before a number of council 49, no council column, no «Cao Lãnh» in
    // Long An, districts on record in 2023, no file of 60,000 rows, 63 provinces until 2025.
    assertThat(missing)
        .containsExactlyInAnyOrder(
            "declared_empty",
            "candidate_zero_lost",
            "council_differs",
            "place_without_type",
            "district_after_the_end",
            "place_of_other_province",
            "units_mixed");
  }

  @Test
  void tay_ninh_beside_long_an_is_refused() throws IOException {
    List<Delivery> deliveries =
        IntStream.range(0, 40)
            .mapToObj(reporter -> FakeRows.delivery("vocational_institution", reporter))
            .map(DeliveredFilesTest::ofTayNinh)
            .toList();
    DirtPlan plan = DirtPlan.of(DRAWS, Parameters.bundled(), 2026, deliveries);
    List<MadeFile> made = new ArrayList<>();
    try (FileMaker maker = new FileMaker(folder, DRAWS, Parameters.bundled())) {
      for (Delivery each : deliveries) {
        made.addAll(maker.make(each, () -> rowsOfTayNinh(each), plan, (a, b, c, d) -> {}));
      }
    }
    List<String> mixed =
        truth("dirt").stream()
            .filter(line -> "units_mixed".equals(line.get("kind")))
            .map(line -> line.getOrDefault("file", ""))
            .toList();
    assertThat(mixed).hasSizeGreaterThan(1);
    List<MadeFile> others =
        made.stream().filter(file -> !mixed.contains(file.path())).limit(3).toList();
    made.removeIf(file -> !mixed.contains(file.path()));
    made.addAll(others);
    for (MadeFile file : made) {
      List<String> refusals =
          screened(file).findings().stream()
              .filter(finding -> finding.code().equals("file.units-mixed"))
              .map(Finding::en)
              .toList();
      assertThat(refusals).as(file.path()).hasSize(mixed.contains(file.path()) ? 1 : 0);
      assertThat(refusals).allMatch(text -> text.contains("Long An") && text.contains("Tây Ninh"));
    }
  }

  private static Delivery ofTayNinh(Delivery of) {
    return new Delivery(
        of.dataset(),
        2026,
        "P80@2025-07-01",
        of.reporter().replace("Long An", "Tây Ninh"),
        of.subperiod(),
        of.round(),
        of.coverage(),
        of.fields(),
        LocalDate.of(2026, 12, 31),
        LocalDate.of(2026, 12, 15));
  }

  private static Iterator<DeliveredRow> rowsOfTayNinh(Delivery delivery) {
    List<DeliveredRow> rows = new ArrayList<>();
    FakeRows.rows(delivery, 20)
        .forEachRemaining(
            row -> {
              List<String> values = new ArrayList<>(row.values());
              values.set(delivery.fields().indexOf("year"), "2026");
              values.set(delivery.fields().indexOf("province"), "Tỉnh Tây Ninh");
              values.set(delivery.fields().indexOf("district"), "");
              rows.add(new DeliveredRow(row.person(), row.record(), values));
            });
    return rows.iterator();
  }

  @Test
  void a_later_year_changes_nothing_of_an_earlier_one() {
    List<Delivery> deliveries = deliveries("graduate");
    Parameters parameters = Parameters.bundled();
    DirtPlan alone = DirtPlan.of(DRAWS, parameters, 2023, deliveries);
    List<Delivery> reversed = new ArrayList<>(deliveries);
    Collections.reverse(reversed);
    DirtPlan again = DirtPlan.of(DRAWS, parameters, 2023, reversed);
    assertThat(deliveries)
        .allMatch(each -> alone.sure(each).equals(again.sure(each)))
        .allMatch(each -> alone.warnings(each).equals(again.warnings(each)))
        .anyMatch(each -> alone.refusal(each) != null);
  }

  @Test
  void the_same_seed_gives_the_same_bytes() throws IOException {
    List<Delivery> deliveries = new ArrayList<>();
    FakeRows.DATASETS.forEach(dataset -> deliveries.addAll(deliveries(dataset).subList(0, 8)));
    DirtPlan plan = DirtPlan.of(DRAWS, Parameters.bundled(), 2023, deliveries);
    Path first = Files.createDirectory(folder.resolve("first"));
    Path second = Files.createDirectory(folder.resolve("second"));
    make(first, deliveries, plan);
    Collections.reverse(deliveries);
    make(second, deliveries, plan);
    List<Path> files;
    try (Stream<Path> all = Files.walk(first)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    assertThat(files).hasSizeGreaterThan(deliveries.size());
    for (Path file : files) {
      assertThat(second.resolve(first.relativize(file))).hasSameBinaryContentAs(file);
    }
  }

  private static void make(Path folder, List<Delivery> deliveries, DirtPlan plan)
      throws IOException {
    try (FileMaker maker = new FileMaker(folder, DRAWS, Parameters.bundled())) {
      for (Delivery delivery : deliveries) {
        maker.make(
            delivery, () -> FakeRows.rows(delivery, ROWS), plan, (file, row, number, fate) -> {});
      }
    }
  }
}
