package vn.phanluong.synthetic.country;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.definition.Field;
import vn.phanluong.reading.CloseableIterator;
import vn.phanluong.reading.Declared;
import vn.phanluong.reading.FileScreener;
import vn.phanluong.reading.Recognition;
import vn.phanluong.reading.RowStatus;
import vn.phanluong.reading.ScreenedRecord;

/** Rows of schools and institutions, as the warehouse screens them. */
class RowsTest {
  private static final Country COUNTRY = Countries.of(5, 0.05);
  private static final int LONG_AN =
      COUNTRY.provinces().stream()
          .filter(each -> each.code().equals("80"))
          .findFirst()
          .orElseThrow()
          .origin();

  @TempDir private Path folder = Path.of("");

  private static int pupils(int school, int year, int grade, boolean female, boolean atEnd) {
    return Math.floorMod(school * 31 + year * 7 + grade * 13 + (female ? 5 : 0), 90)
        - (atEnd ? Math.floorMod(school, 2) : 0)
        + 1;
  }

  private static String header(Contract contract, String name) {
    return contract.fields().stream()
        .filter(field -> field.name().equals(name))
        .map(Field::aliases)
        .map(aliases -> aliases.get(0))
        .findFirst()
        .orElseThrow();
  }

  private void isAccepted(String dataset, List<String> fields, List<List<String>> rows)
      throws IOException {
    Contract contract = Contracts.bundled().of("raw." + dataset);
    List<String> lines = new ArrayList<>();
    lines.add("DỮ LIỆU MÔ PHỎNG, KHÔNG PHẢI SỐ LIỆU THẬT (SYNTHETIC DATA, NOT REAL FIGURES)");
    lines.add(
        fields.stream().map(field -> header(contract, field)).collect(Collectors.joining("|")));
    rows.forEach(row -> lines.add(String.join("|", row)));
    Path file = Files.write(folder.resolve("rows.csv"), lines);
    Recognition recognition = FileScreener.recognise(file, Declared.nothing());
    assertThat(recognition).isInstanceOf(Recognition.Recognised.class);
    Recognition.Recognised recognised = (Recognition.Recognised) recognition;
    assertThat(recognised.dataset()).isEqualTo(dataset);
    assertThat(recognised.findings()).isEmpty();
    int accepted = 0;
    try (CloseableIterator<ScreenedRecord> each = FileScreener.records(file, recognised)) {
      while (each.hasNext()) {
        ScreenedRecord record = each.next();
        assertThat(record.findings()).as(String.valueOf(record)).isEmpty();
        accepted += record.status() == RowStatus.ACCEPTED ? 1 : 0;
      }
    }
    assertThat(accepted).isEqualTo(rows.size());
  }

  /** «2023-2024», as lists write a school year. */
  private static List<String> spelled(List<String> row, int schoolYear) {
    List<String> spelled = new ArrayList<>(row);
    spelled.set(0, schoolYear + "-" + (schoolYear + 1));
    return spelled;
  }

  @ParameterizedTest
  @CsvSource({
    "2018, false",
    "2021, true",
    "2024, true",
    "2025, false",
    "2026, true",
    "2029, false"
  })
  void the_warehouse_accepts_every_school(int year, boolean atEnd) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (School school : COUNTRY.schools()) {
      if (school.origin() == LONG_AN && SchoolRows.isReported(school, year, atEnd)) {
        rows.add(spelled(SchoolRows.row(school, year, atEnd, RowsTest::pupils), year));
      }
    }
    assertThat(rows).hasSizeGreaterThan(10);
    isAccepted("school", SchoolRows.FIELDS, rows);
  }

  @ParameterizedTest
  @ValueSource(ints = {2019, 2024, 2025, 2026, 2028})
  void the_warehouse_accepts_every_course(int year) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (Institution institution : COUNTRY.institutions(LONG_AN)) {
      for (Institution.Course course : institution.courses()) {
        if (InstitutionRows.isReported(course, year)) {
          rows.add(InstitutionRows.row(institution, course, year, year < 2025));
        }
      }
    }
    assertThat(rows.stream().anyMatch(row -> row.contains("THN"))).isEqualTo(year >= 2026);
    isAccepted("vocational_institution", InstitutionRows.FIELDS, rows);
  }

  @Test
  void all_cells_are_in_place() {
    School school = COUNTRY.schools(LONG_AN, Level.THCS).get(0);
    List<String> row = SchoolRows.row(school, 2025, true, (a, b, grade, female, e) -> grade);
    assertThat(cell(row, "as_of_date")).isEqualTo("2026-05-31");
    assertThat(cell(row, "province")).isEqualTo("Tỉnh Tây Ninh");
    assertThat(cell(row, "district")).isEmpty();
    assertThat(cell(row, "former_province")).isEqualTo("Tỉnh Long An");
    assertThat(cell(row, "former_district"))
        .isEqualTo(school.place(LocalDate.of(2025, 6, 30)).district());
    assertThat(cell(row, "pupils_9")).isEqualTo("18");
    assertThat(cell(row, "female_9")).isEqualTo("9");
    assertThat(cell(row, "pupils")).isEqualTo("60");
    assertThat(cell(row, "female")).isEqualTo("30");
    assertThat(cell(row, "classes")).isEqualTo("4");
    assertThat(cell(row, "pupils_10")).isEmpty();
    List<String> large = SchoolRows.row(school, 2020, false, (a, b, grade, c, d) -> 23);
    assertThat(cell(large, "classes_6")).isEqualTo("2");
    assertThat(cell(large, "former_province")).isEmpty();
    List<String> full =
        SchoolRows.row(school, 2020, false, (a, b, c, female, d) -> female ? 22 : 23);
    assertThat(cell(full, "classes_6")).isEqualTo("1");
  }

  private static String cell(List<String> row, String field) {
    return row.get(SchoolRows.FIELDS.indexOf(field));
  }

  @Test
  void a_school_that_closed_says_so_once() {
    School school =
        COUNTRY.schools().stream()
            .filter(each -> each.events().stream().anyMatch(event -> event.code().equals("closed")))
            .findFirst()
            .orElseThrow();
    int year = school.events().get(0).date().getYear();
    assertThat(SchoolRows.isReported(school, year - 1, true)).isTrue();
    assertThat(SchoolRows.isReported(school, year, false)).isTrue();
    assertThat(SchoolRows.isReported(school, year, true)).isFalse();
    assertThat(SchoolRows.isReported(school, year + 1, false)).isFalse();
    List<String> row = SchoolRows.row(school, year, false, (a, b, c, d, e) -> 0);
    assertThat(cell(row, "event")).isEqualTo("closed");
    assertThat(cell(row, "event_date")).isEqualTo(year + "-07-01");
    assertThat(cell(row, "pupils")).isEqualTo("0");
  }
}
