package vn.phanluong.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The year a file is about, and years that its rows tell of besides. */
class RowYearsTest {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource({
    "vocational_enrolment, Năm tốt nghiệp",
    "higher_enrolment, Năm tốt nghiệp THPT",
  })
  void an_adult_completed_in_another_century(String dataset, String column) {
    Register register = Register.of(dataset).first(2).with(1, column, "1987");
    Screened file = register.screened(folder, new Declared(dataset, null, (short) 2023));
    assertThat(file.findings()).isEmpty();
    assertThat(file.values("prior_year")).containsExactly((short) 2023, (short) 1987);
  }

  /** One wrong cell does not make the day of sending, in the file's name, the year it is about. */
  @Test
  void the_year_of_a_row_that_is_turned_away_is_the_files() {
    Register register =
        Register.of("graduate")
            .first(1)
            .with(0, "Năm tốt nghiệp", "2022")
            .with(0, "Ngày quyết định", "10/06/2022")
            .with(0, "Giới tính", "Không rõ");
    Screened file = register.screened(folder, Declared.nothing());
    assertThat(file.file().scope().period()).isEqualTo((short) 2022);
    assertThat(file.findings()).containsExactly("cell.code-unknown@2");
  }

  /** Without its day a row is looked at on the last of the year, when Long An was no province. */
  @Test
  void a_row_of_no_day_does_not_make_units_of_two_days() {
    Register register = Register.of("vocational_enrolment").first(2);
    for (int row = 0; row < 2; row++) {
      register =
          register
              .with(row, "Năm tốt nghiệp", "")
              .with(row, "Ngày nhập học", row == 0 ? "05/09/2025" : "31/02/2025")
              .with(row, "Tỉnh", row == 0 ? "Tây Ninh" : "Long An")
              .with(row, "Huyện", "")
              .with(row, "Tỉnh cư trú", "")
              .with(row, "Huyện cư trú", "");
    }
    FileReport report =
        FileReport.of(
            register.file(folder), new Declared("vocational_enrolment", null, (short) 2025), 10);
    assertThat(report.isRejected()).isFalse();
    assertThat(report.accepted()).isEqualTo(1);
    assertThat(report.findings()).extracting(Finding::code).contains("cell.date-unreadable");
  }
}
