package vn.phanluong.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples are clean, and one wrong cell is found where it stands. */
class RegisterRulesTest {
  @TempDir private Path folder = Path.of("");

  /** Rows as counted by hand. */
  @ParameterizedTest
  @CsvSource({
    "school, 11, P80@2017-01-01, 2023",
    "enrolment, 18, P80@2017-01-01, 2023",
    "graduate, 24, P80@2017-01-01, 2023",
    "grade10_admission, 21, P80@2017-01-01, 2023",
    "vocational_institution, 18, P80@2017-01-01, 2023",
    "vocational_enrolment, 20, P80@2017-01-01, 2023",
    "higher_enrolment, 16, P80@2017-01-01, 2023"
  })
  void an_example_is_accepted_whole(String dataset, int rows, String reporter, short year) {
    Screened file = Screened.of(Register.file(dataset), Declared.nothing());
    assertThat(file.file().dataset()).isEqualTo(dataset);
    assertThat(file.file().isSynthetic()).isTrue();
    assertThat(file.file().findings()).isEmpty();
    assertThat(file.findings()).isEmpty();
    assertThat(file.counts()).isEqualTo(rows + "/0/2");
    assertThat(file.file().scope().reporterCode()).isEqualTo(reporter);
    assertThat(file.file().scope().period()).isEqualTo(year);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Identities are read before they are masked.
        "graduate | Mã định danh học sinh | 80991 | cell.unreadable",
        "graduate | Mã định danh học sinh | 809900010A | cell.unreadable",
        "graduate | Số CCCD | 0802 | cell.unreadable",
        "graduate | Ngày sinh | 31/02/2008 | cell.date-unreadable",
        "graduate | Ngày sinh | 12/03/2019 | row.age",
        "graduate | Họ và tên | - | cell.required",
        // Lists of codes.
        "graduate | Giới tính | Không rõ | cell.code-unknown",
        "graduate | Dân tộc | Xyz | cell.code-unknown",
        "graduate | Cấp học | THXX | cell.code-unknown",
        "graduate | Kết quả xét | có thể | cell.code-unknown",
        // What one cell forbids another.
        "graduate | Đợt xét | phúc khảo | row.not-together",
        "graduate | Kết quả xét | Hoàn thành chương trình | row.not-together",
        "graduate | Ngày quyết định | 10/6/2024 | row.date-year",
        "graduate | Năm tốt nghiệp | 2022 | row.period-differs",
        "graduate | Tỉnh cư trú | Tỉnh Xa Lạ | row.place-unknown",
        "graduate | Huyện cư trú | Ba Đình | row.place-unknown",
        "graduate | Tỉnh cư trú | '' | cell.required",
        "graduate | Trường | '' | cell.required",
        "enrolment | Khối | 13 | cell.unreadable",
        "enrolment | Khối | 9 | row.not-together",
        "enrolment | Năm học | 2023 | cell.unreadable",
        "enrolment | Năm học | 2023-2025 | cell.unreadable",
        "enrolment | Ngày rời trường | 15/01/2024 | row.not-together",
        "grade10_admission | Toán | 11 | cell.score-range",
        "grade10_admission | Tổng điểm | 27,555 | cell.unreadable",
        "grade10_admission | Kết quả | '' | cell.required",
        "grade10_admission | Đăng ký học nghề | chưa rõ | cell.unreadable",
        "vocational_institution | Chỉ tiêu đăng ký | 5000 | row.order",
        "vocational_institution | Ngày hết hạn | 15/3/2020 | row.order",
        "vocational_institution | Trình độ | Trung học nghề | row.code-not-yet",
        "vocational_institution | Mã nghề | mã số 5 | cell.unreadable",
        "vocational_enrolment | Trình độ | THN | row.code-not-yet",
        "vocational_enrolment | Ngày kết thúc | 01/09/2023 | row.order",
        "vocational_enrolment | Tình trạng | Tốt nghiệp | cell.required",
        "vocational_enrolment | Ngày nhập học | 08/09/2021 | row.date-year",
        "vocational_enrolment | Năm tốt nghiệp | 1949 | cell.year-unreadable",
        "graduate | Năm tốt nghiệp | 1987 | cell.year-unreadable",
        "higher_enrolment | Ngày nhập học | 08/09/2021 | row.date-year",
        "higher_enrolment | Trình độ | Trung cấp | cell.code-unknown",
        "school | Vĩ độ | 106,5 | cell.unreadable",
        "school | Kinh độ | 10.5 | cell.unreadable",
        "school | Nữ lớp 6 | 999 | row.order",
        "school | Tổng số học sinh | 1 | row.sum",
        "school | Học sinh lớp 10 | 5 | row.not-together",
        "school | GV tư vấn đạt yêu cầu | 77 | row.order",
        "school | Mã trường | '' | cell.required",
        "school | Loại trường | Nhà trẻ | cell.code-unknown"
      })
  void a_wrong_cell_rejects_its_row(String dataset, String column, String text, String code) {
    Register register = Register.of(dataset).with(0, column, text);
    Screened file = register.screened(folder, new Declared(dataset, "Long An", (short) 2023));
    assertThat(file.findings()).contains(code + "@2");
    assertThat(file.count(RowStatus.REJECTED)).isEqualTo(1);
    assertThat(file.count(RowStatus.ACCEPTED)).isEqualTo(register.rows().size() - 1);
  }

  @Test
  void what_came_later_is_legal_later() {
    Register register = Register.of("vocational_enrolment").first(1);
    Screened file =
        register
            .with(0, "Trình độ", "Trung học nghề")
            .with(0, "Ngày nhập học", "05/09/2026")
            .with(0, "Tỉnh", "Tây Ninh")
            .with(0, "Huyện", "")
            .with(0, "Tỉnh cư trú", "Tây Ninh")
            .with(0, "Huyện cư trú", "")
            .screened(folder, new Declared("vocational_enrolment", null, (short) 2026));
    assertThat(file.findings()).isEmpty();
    assertThat(file.values("level")).containsExactly("THN");
    assertThat(file.values("region_key")).containsExactly("P80@2025-07-01");
    assertThat(file.values("start_date")).containsExactly(LocalDate.of(2026, 9, 5));

    Screened completed =
        Register.of("graduate")
            .first(1)
            .with(0, "Năm tốt nghiệp", "2026")
            .with(0, "Ngày quyết định", "10/6/2026")
            .with(0, "Tỉnh", "Tây Ninh")
            .with(0, "Huyện", "")
            .with(0, "Tỉnh cư trú", "")
            .with(0, "Huyện cư trú", "")
            .with(0, "Kết quả xét", "Hoàn thành chương trình THCS")
            .screened(folder);
    assertThat(completed.findings()).isEmpty();
    assertThat(completed.values("outcome")).containsExactly("completed");
  }

  @Test
  void a_place_is_that_of_the_day_and_of_its_parent() {
    Screened file = Register.of("graduate").first(2).screened(folder);
    assertThat(file.values("region_key")).containsExactly("D794@2017-01-01", "D803@2017-01-01");
    assertThat(file.values("residence_region_key"))
        .containsExactly("C27697@2017-01-01", "C28018@2017-01-01");

    Screened school =
        Register.of("school")
            .first(1)
            .plus("Tỉnh cũ", "Long An")
            .plus("Huyện cũ", "Bến Lức")
            .with(0, "Năm học", "2025-2026")
            .with(0, "Tỉnh", "Tây Ninh")
            .with(0, "Huyện", "")
            .with(0, "Xã", "Tân Ninh")
            .screened(folder);
    assertThat(school.findings()).isEmpty();
    assertThat(school.file().scope().reporterCode()).isEqualTo("C25459@2025-07-01");
    assertThat(school.values("region_key")).containsExactly("C25459@2025-07-01");
    assertThat(school.values("former_region_key")).containsExactly("D803@2017-01-01");
  }

  @Test
  void a_district_after_districts_counts_for_its_province_and_that_is_said_once() {
    Register register = Register.of("graduate").first(2);
    for (int row = 0; row < 2; row++) {
      register =
          register
              .with(row, "Năm tốt nghiệp", "2026")
              .with(row, "Ngày quyết định", "10/6/2026")
              .with(row, "Tỉnh", "Tây Ninh")
              .with(row, "Huyện", "")
              .with(row, "Tỉnh cư trú", "Đồng Tháp")
              .with(row, "Huyện cư trú", row == 0 ? "Châu Thành" : "Cái Bè")
              .with(row, "Xã cư trú", "")
              .with(row, "Kết quả xét", "Hoàn thành chương trình THCS");
    }
    Screened file = register.screened(folder);
    assertThat(file.findings()).containsExactly("place.not-held@2");
    assertThat(file.values("residence_region_key")).containsOnly("P82@2025-07-01");
  }

  /** Keys and names as the list of communes has them; Phường 2 ended with 2024. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Tân An | phường  3 | C27697@2017-01-01 | ''",
        "Tân An | P.03 | C27697@2017-01-01 | ''",
        "Tân An | Bình Tâm | C27712@2017-01-01 | ''",
        "Tân An | binh tam | C27712@2017-01-01 | place.guessed@2",
        "Tân An | Phường Bình Tâm | C27712@2017-01-01 | place.guessed@2",
        "Tân An | Phường 2 | C27688@2017-01-01 | ''",
        "Tân An | Xã Mỹ Yên | D794@2017-01-01 | place.commune-unknown@2",
        "Tân An | Phường Xa Lạ | D794@2017-01-01 | place.commune-unknown@2",
        "'' | Phường 3 | P80@2017-01-01 | place.commune-unknown@2"
      })
  void a_commune_is_looked_up_in_its_district_alone(
      String district, String commune, String regionKey, String finding) {
    Screened file =
        Register.of("school")
            .first(1)
            .with(0, "Huyện", district)
            .with(0, "Xã", commune)
            .screened(folder);
    assertThat(file.counts()).isEqualTo("1/0/1");
    assertThat(file.values("region_key")).containsExactly(regionKey);
    assertThat(String.join(" ", file.findings())).isEqualTo(finding);
  }

  @Test
  void a_file_of_units_of_two_days_is_refused_whole() {
    Register register = Register.of("graduate").first(3);
    for (int row = 0; row < 3; row++) {
      register =
          register
              .with(row, "Năm tốt nghiệp", "2026")
              .with(row, "Ngày quyết định", "10/6/2026")
              .with(row, "Tỉnh", row == 2 ? "Long An" : "Tây Ninh")
              .with(row, "Huyện", "")
              .with(row, "Tỉnh cư trú", "")
              .with(row, "Huyện cư trú", "")
              .with(row, "Kết quả xét", "Hoàn thành chương trình THCS");
    }
    FileReport report =
        FileReport.of(
            register.file(folder), new Declared("graduate", "P80@2025-07-01", (short) 2026), 10);
    assertThat(report.isRejected()).isTrue();
    assertThat(report.findings())
        .singleElement()
        .satisfies(it -> assertThat(it.code()).isEqualTo("file.units-mixed"))
        .satisfies(it -> assertThat(it.vi()).contains("Tây Ninh", "Long An", "2025-06-30"));
  }

  @Test
  void a_row_outside_the_reporter_is_turned_away() {
    Screened file =
        Register.of("graduate")
            .first(2)
            .screened(folder, new Declared("graduate", "D794@2017-01-01", (short) 2023));
    assertThat(file.findings()).containsExactly("row.outside-reporter@3");
  }

  @Test
  void a_year_that_stands_nowhere_in_the_file_is_that_of_its_name() {
    Register register = Register.of("graduate").first(3);
    for (int row = 0; row < 3; row++) {
      register = register.with(row, "Năm tốt nghiệp", "");
    }
    Screened file = register.screened(folder);
    assertThat(file.file().scope())
        .isEqualTo(
            new Scope(
                "P80@2017-01-01", (short) 2023, Scope.KnownBy.CONTENT, Scope.KnownBy.FILE_NAME));
    assertThat(file.findings()).isEmpty();
    assertThat(file.values("cohort_year")).containsOnly((short) 2023);
  }

  @Test
  void two_pupils_without_a_code_may_share_all_but_their_names() {
    Register register = Register.of("graduate").first(1);
    java.util.List<String> row = register.rows().get(0);
    Register three =
        new Register("graduate", register.header(), java.util.List.of(row, row, row))
            .with(1, "Họ và tên", "Nguyễn Thị Khác");
    assertThat(row.get(1)).isEmpty();
    Screened file = three.screened(folder);
    assertThat(file.findings()).containsExactly("row.duplicate@4");
    assertThat(file.counts()).isEqualTo("2/1/1");

    Screened byCode =
        three
            .with(0, "Mã định danh học sinh", "8099000001")
            .with(1, "Mã định danh học sinh", "8099000001")
            .screened(folder);
    assertThat(byCode.findings()).containsExactly("row.key-conflict@3");

    Screened byNumber =
        three
            .with(0, "Số CCCD", "080208990001")
            .with(1, "Số CCCD", "080208990001")
            .screened(folder);
    assertThat(byNumber.findings()).containsExactly("row.key-conflict@3");

    Screened rounds =
        three
            .with(0, "Mã định danh học sinh", "8099000001")
            .with(1, "Mã định danh học sinh", "8099000001")
            .with(1, "Đợt xét", "2")
            .screened(folder);
    assertThat(rounds.findings()).isEmpty();
  }
}
