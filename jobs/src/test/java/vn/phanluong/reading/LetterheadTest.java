package vn.phanluong.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who a file is from whose sender declared nobody. Keys of units are those of the decisions. */
class LetterheadTest {
  private static final String HEADER =
      "Năm tốt nghiệp;Tỉnh;Huyện;Trường;Cấp học;Số tốt nghiệp;Cơ sở tính\n";

  private static final String LONG_AN = "P80@2017-01-01";
  private static final String BEN_LUC = "D803@2017-01-01";

  @TempDir private Path folder = Path.of("");

  /** All rows lie in one district; the office decides whose file it is. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH LONG AN|" + LONG_AN,
        "Sở GD&ĐT Long An|" + LONG_AN,
        "SO GIAO DUC VA DAO TAO LONG AN|" + LONG_AN,
        "Sở Lao động - Thương binh và Xã hội tỉnh Long An;;;|" + LONG_AN,
        "SỞ GIÁO DỤC VÀ ĐÀO TẠO T. LONG AN;CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|" + LONG_AN,
        "Ủy ban nhân dân tỉnh Long An|" + LONG_AN,
        "UBND TỈNH LONG AN|" + LONG_AN,
        "UỶ BAN NHÂN DÂN LONG AN|" + LONG_AN,
        "Đơn vị báo cáo: Sở GDĐT tỉnh Long An|" + LONG_AN,
        "PHÒNG GDTRH, SỞ GDĐT TỈNH LONG AN|" + LONG_AN,
        "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO HUYỆN BẾN LỨC|" + BEN_LUC,
        "P.GD&ĐT H. Bến Lức|" + BEN_LUC,
        "Phòng GD Bến Lức|" + BEN_LUC,
        "UBND Bến Lức|" + BEN_LUC,
        // Not the office the file is from, or no office: the smallest unit that holds all rows.
        "Căn cứ công văn của Sở GDĐT tỉnh Long An|" + BEN_LUC,
        "Kính gửi:;Sở GDĐT tỉnh Long An|" + BEN_LUC,
        "Đơn vị nhận báo cáo: Sở GDĐT tỉnh Long An|" + BEN_LUC,
        "Số liệu tốt nghiệp tỉnh Long An|" + BEN_LUC,
        "So lieu tot nghiep tinh Long An|" + BEN_LUC,
        "SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH TIỀN GIANG|" + BEN_LUC,
        "UBND XÃ LONG AN|" + BEN_LUC,
        "UBND THÀNH PHỐ LONG AN|" + BEN_LUC,
        "Sở|" + BEN_LUC,
      })
  void an_office_says_whose_file_it_is(String title, String reporter) {
    assertThat(reporter(title + "\n", "2023;Long An;Bến Lức;A;THCS;5;trường\n"))
        .isEqualTo(reporter);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UBND TỈNH LONG AN/SỞ GIÁO DỤC VÀ ĐÀO TẠO|" + LONG_AN,
        "SỞ GDĐT TỈNH LONG AN/PHÒNG GDĐT HUYỆN BẾN LỨC|" + BEN_LUC,
        "UBND HUYỆN BẾN LỨC/PHÒNG GDĐT|" + BEN_LUC,
        // A school's file is not its department's.
        "SỞ GDĐT TỈNH LONG AN/TRƯỜNG THPT GÒ ĐEN|" + BEN_LUC,
      })
  void the_office_below_sends(String titles, String reporter) {
    assertThat(reporter(titles.replace('/', '\n') + "\n", "2023;Long An;Bến Lức;A;THCS;5;trường\n"))
        .isEqualTo(reporter);
  }

  /** Cà Mau is a province and a city in it, Vũng Tàu a city in Bà Rịa - Vũng Tàu. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sở GDĐT Cà Mau|Cà Mau;Thành phố Cà Mau|P96@2017-01-01",
        "Phòng GDĐT Cà Mau|Cà Mau;Thành phố Cà Mau|D964@2017-01-01",
        "Phòng GDĐT TP.Cà Mau|Cà Mau;Thành phố Cà Mau|D964@2017-01-01",
        "UBND Cà Mau|Cà Mau;Thành phố Cà Mau|P96@2017-01-01",
        "UBND tỉnh Bà Rịa - Vũng Tàu|Bà Rịa - Vũng Tàu;Vũng Tàu|P77@2017-01-01",
        "UBND thành phố Vũng Tàu|Bà Rịa - Vũng Tàu;Vũng Tàu|D747@2017-01-01",
        "SỞ GD&ĐT TP.HCM|TP.HCM;Quận 1|P79@2017-01-01",
        "Phòng GDĐT Quận 1|TP.HCM;Quận 1|D760@2017-01-01",
      })
  void namesakes_are_told_apart(String title, String place, String reporter) {
    assertThat(reporter(title + "\n", "2023;" + place + ";A;THCS;5;trường\n")).isEqualTo(reporter);
  }

  @Test
  void a_row_of_another_province_is_outside_of_the_office() {
    Screened file =
        screened(
            "SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH LONG AN\n",
            """
            2023;Long An;Bến Lức;A;THCS;5;trường
            2023;Tiền Giang;Cái Bè;B;THCS;5;trường
            2023;Long An;Tân An;C;THCS;5;trường
            """);
    assertThat(file.file().scope().reporterCode()).isEqualTo(LONG_AN);
    assertThat(file.file().scope().reporterKnownBy()).isEqualTo(Scope.KnownBy.CONTENT);
    assertThat(file.findings()).containsExactly("row.outside-reporter@4");
  }

  @Test
  void an_office_of_few_rows_does_not_decide() {
    String rows =
        """
        2023;Long An;Bến Lức;A;THCS;5;trường
        2023;Tiền Giang;Cái Bè;B;THCS;5;trường
        2023;Tiền Giang;Cái Bè;C;THCS;5;trường
        """;
    assertThat(reporter("SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH LONG AN\n", rows)).isEqualTo("VN");
  }

  /** The row without a level is of another district than the rest. */
  @Test
  void a_row_that_fails_for_another_reason_lies_somewhere_too() {
    String rows =
        """
        2018;Lâm Đồng;Huyện Đạ Huoai;A;;18;trường
        2018;Lâm Đồng;Đà Lạt;B;THPT;14;trường
        2018;Lâm Đồng;Đà Lạt;C;THPT;2;trường
        """;
    Screened file = screened("", rows);
    assertThat(file.file().scope().reporterCode()).isEqualTo("P68@2017-01-01");
    assertThat(file.findings()).containsExactly("cell.required@2");
  }

  /** Long An and Tây Ninh became the new Tây Ninh on 1 July 2025. */
  @Test
  void rows_before_and_after_a_merger_are_of_the_merged_province() throws IOException {
    Register register = Register.of("vocational_enrolment").first(3);
    for (int row = 0; row < 3; row++) {
      register = register.with(row, "Năm tốt nghiệp", "").with(row, "Ngày nhập học", "05/03/2025");
    }
    register = register.with(2, "Ngày kết thúc", "20/12/2025");
    Register mixed =
        register
            .with(1, "Ngày nhập học", "05/09/2025")
            .with(1, "Tỉnh", "Tây Ninh")
            .with(1, "Huyện", "")
            .with(1, "Tỉnh cư trú", "Tây Ninh")
            .with(1, "Huyện cư trú", "");
    Declared of2025 = new Declared("vocational_enrolment", null, (short) 2025);
    Screened file = mixed.screened(folder, of2025);
    assertThat(file.file().scope().reporterCode()).isEqualTo("P80@2025-07-01");
    assertThat(file.findings()).isEmpty();
    assertThat(register.screened(folder, of2025).file().scope().reporterCode())
        .isEqualTo("D803@2017-01-01");
    Screened later =
        register.screened(
            folder, new Declared("vocational_enrolment", "P80@2025-07-01", (short) 2025));
    assertThat(later.findings()).isEmpty();
  }

  /** The new province sends what the old ones did before it began. */
  @Test
  void the_office_of_a_merged_province_sends_rows_of_its_parts() {
    String rows =
        """
        2025;Long An;Bến Lức;A;THCS;5;trường
        2025;Long An;Tân An;B;THCS;5;trường
        2025;Tây Ninh;Tân Biên;C;THCS;5;trường
        """;
    Screened file = screened("SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH TÂY NINH\n", rows);
    assertThat(file.file().scope().reporterCode()).isEqualTo("P80@2025-07-01");
    assertThat(file.findings()).isEmpty();
    assertThat(reporter("SỞ GDĐT TỈNH TÂY NINH\n", rows.replace("2025;", "2024;")))
        .isEqualTo("P80@2025-07-01");
  }

  @Test
  void a_stray_row_makes_no_file_one_of_a_later_province() {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      rows.append("2023;Tây Ninh;Tân Biên;Trường %d;THCS;5;trường\n".formatted(i));
    }
    rows.append("2023;Long An;Bến Lức;A;THCS;5;trường\n");
    Screened file = screened("SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH TÂY NINH\n", rows.toString());
    assertThat(file.file().scope().reporterCode()).isEqualTo("P72@2017-01-01");
    assertThat(file.findings()).containsExactly("row.outside-reporter@63");
  }

  @Test
  void a_declared_province_sends_what_its_parts_left_to_send_and_nothing_else() {
    String rows =
        """
        2023;Long An;Bến Lức;A;THCS;5;trường
        2023;Tây Ninh;Tân Biên;B;THCS;5;trường
        2023;Tiền Giang;Cái Bè;C;THCS;5;trường
        """;
    Path file = Screened.write(folder, "a.csv", (HEADER + rows).getBytes(StandardCharsets.UTF_8));
    assertThat(Screened.of(file, new Declared(null, "P80@2025-07-01", null)).findings())
        .containsExactly("row.outside-reporter@4");
  }

  /** Since there are no districts communes report; two of one province replace nothing of each. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UBND XÃ TÂN LẬP|2026;Tây Ninh;;A;THCS;5;trường|C25489@2025-07-01",
        "UBND XÃ TÂN LẬP, TỈNH TÂY NINH|2026;Tây Ninh;;A;THCS;5;trường|C25489@2025-07-01",
        "Ủy ban nhân dân phường Tân Ninh|2026;Tây Ninh;;A;THCS;5;trường|C25459@2025-07-01",
        "UBND TỈNH TÂY NINH/UBND XÃ TÂN LẬP|2026;Tây Ninh;;A;THCS;5;trường|C25489@2025-07-01",
        "UBND XÃ BẾN LỨC LỚN|2026;Tây Ninh;;A;THCS;5;trường|P80@2025-07-01",
        "SỞ GDĐT TỈNH TÂY NINH|2026;Tây Ninh;;A;THCS;5;trường|P80@2025-07-01",
        "UBND TỈNH TÂY NINH|2026;Tây Ninh;;A;THCS;5;trường|P80@2025-07-01",
        "UBND HUYỆN BẾN LỨC, TỈNH LONG AN|2023;Long An;Bến Lức;A;THCS;5;trường|" + BEN_LUC,
        "UBND XÃ MỸ YÊN, HUYỆN BẾN LỨC|2023;Long An;Bến Lức;A;THCS;5;trường|" + BEN_LUC,
      })
  void communes_report_since_there_are_no_districts(String titles, String row, String reporter) {
    Screened file = screened(titles.replace('/', '\n') + "\n", row + "\n");
    assertThat(file.file().scope().reporterCode()).isEqualTo(reporter);
  }

  @Test
  void the_commune_that_holds_all_rows_is_the_reporter() throws IOException {
    Register register = Register.of("school");
    Declared of2026 = new Declared("school", null, (short) 2026);
    Register first = register.first(2);
    for (int row = 0; row < 2; row++) {
      first =
          first
              .with(row, "Năm học", "2026-2027")
              .with(row, "Tỉnh", "Tây Ninh")
              .with(row, "Huyện", "")
              .with(row, "Xã", "Xã Tân Lập");
    }
    assertThat(first.screened(folder, of2026).file().scope().reporterCode())
        .isEqualTo("C25489@2025-07-01");
    assertThat(
            first
                .with(1, "Xã", "Xã Tân Biên")
                .screened(folder, of2026)
                .file()
                .scope()
                .reporterCode())
        .isEqualTo("P80@2025-07-01");
  }

  private String reporter(String titles, String rows) {
    return screened(titles, rows).file().scope().reporterCode();
  }

  private Screened screened(String titles, String rows) {
    return Screened.of(folder, "tot_nghiep.csv", titles + HEADER + rows);
  }
}
