package vn.phanluong.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceCountFileTest {
  private static final String HEADER =
      "Năm tốt nghiệp;Tỉnh;Huyện;Cấp học;Số tốt nghiệp;Cơ sở tính;Ngày chốt số liệu\n";

  @TempDir private Path folder = Path.of("");

  @Test
  void resolves_place_level_and_basis() {
    Screened file =
        screen(
            """
            2023;Long An;Tân An;trung học cơ sở;1.234;trường;31/8/2023
            2023;Long An;Thanh Hóa;THPT;0;nơi cư trú;
            2023;Long An;;GDNN-GDTX;12;trường;
            """);
    assertThat(file.rows().get(0))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "cohort_year", (short) 2023,
                "province", "Long An",
                "district", "Tân An",
                "education_level", "THCS",
                "persons", 1234,
                "persons_state", "reported",
                "basis", "school",
                "as_of_date", LocalDate.of(2023, 8, 31),
                "region_key", "D794@2017-01-01"));
    assertThat(file.values("region_key"))
        .containsExactly("D794@2017-01-01", "D800@2017-01-01", "P80@2017-01-01");
    assertThat(file.values("basis")).containsExactly("school", "residence", "school");
    assertThat(file.findings()).containsExactly("place.guessed@3");
    assertThat(file.file().scope())
        .isEqualTo(
            new Scope(
                "P80@2017-01-01", (short) 2023, Scope.KnownBy.CONTENT, Scope.KnownBy.CONTENT));
  }

  /** Signs of the Statistics Office's yearbooks: «-» nothing occurred, «…» it did, uncollected. */
  @Test
  void a_count_is_zero_missing_not_collected_or_not_applicable() {
    Screened file =
        screen(
            """
            2023;Long An;Tân An;THCS;0;trường;
            2023;Long An;Tân Trụ;THCS;;trường;
            2023;Long An;Thủ Thừa;THCS;-;trường;
            2023;Long An;Bến Lức;THCS;..;trường;
            2023;Long An;Cần Đước;THCS;Không thu thập;trường;
            2023;Long An;Cần Giuộc;THCS;X;trường;
            2023;Long An;Đức Hòa;THCS;8.718;trường;
            2023;Long An;Đức Huệ;THCS;--;trường;
            """);
    assertThat(file.values("persons")).containsExactly(0, null, null, null, null, null, 8718);
    assertThat(file.values("persons_state"))
        .containsExactly(
            "reported",
            "missing",
            "not_applicable",
            "not_collected",
            "not_collected",
            "not_applicable",
            "reported");
    assertThat(file.findings()).containsExactly("cell.count-missing@3", "cell.count-unreadable@9");
  }

  @Test
  void reports_for_the_smallest_unit_that_holds_all_places() {
    assertThat(screen("2023;Hà Nội;Ba Đình;THCS;1;trường;\n").file().scope().reporterCode())
        .isEqualTo("D001@2017-01-01");
    assertThat(
            screen("2023;Hà Nội;Ba Đình;THCS;1;trường;\n2023;Long An;;THCS;1;trường;\n")
                .file()
                .scope()
                .reporterCode())
        .isEqualTo("VN");
  }

  @Test
  void leaves_totals_out() {
    Screened file =
        screen(
            """
            2023;Long An;Tân An;THCS;5;trường;
            2023;Long An;Toàn tỉnh;THCS;5;trường;
            Tổng cộng;;;;5;;
            2023;Cộng;;THCS;5;trường;
            """);
    assertThat(file.counts()).isEqualTo("1/0/4");
  }

  @Test
  void rejects_what_it_cannot_resolve() {
    Screened file =
        screen(
            """
            2023;Long An;Bến Lức;THCS;5;trường;
            2023;Long An;Ba Đình;THCS;5;trường;
            2023;Long Anh;Bến Lức;THCS;5;trường;
            2023;Long An;Bến Lức;mẫu giáo;5;trường;
            2023;Long An;Bến Lức;THPT;5,5;trường;
            2023;Long An;Bến Lức;THPT;;trường;
            2023;Long An;Bến Lức;THPT;5;đâu đó;
            2022;Long An;Bến Lức;THPT;5;trường;
            2023;Long An;Huyện Bến Lức;THCS;6;trường;
            2023;Long An;Bến Lức;THCS;5;trường;
            """);
    assertThat(file.findings())
        .containsExactly(
            "row.place-unknown@3",
            "row.place-unknown@4",
            "cell.code-unknown@5",
            "cell.count-unreadable@6",
            "cell.count-missing@7",
            "cell.code-unknown@8",
            "row.period-differs@9",
            "row.key-conflict@10",
            "row.duplicate@11");
  }

  /**
   * On 31 May 2025 Tây Ninh is one of the two provinces that became Tây Ninh in July; who counts in
   * autumn counts both. A district named is still one of spring.
   */
  @Test
  void a_count_of_autumn_2025_is_of_units_that_came_in_july() {
    Path path =
        file(
            """
            Năm tốt nghiệp;Tỉnh;Huyện;Xã;Cấp học;Số tốt nghiệp;Cơ sở tính;Ngày chốt số liệu
            2025;Tây Ninh;;;THCS;700;trường;30/09/2025
            2025;Tây Ninh;;Phường Tân An;THCS;400;trường;30/09/2025
            2025;Tây Ninh;;Thạnh Hóa;THCS;300;trường;30/09/2025
            2025;Tây Ninh;Phường Long An;;THCS;200;trường;30/09/2025
            2025;Tây Ninh;Tân Biên;;THCS;100;trường;30/09/2025
            2025;Tây Ninh;;Xã Không Có;THCS;10;trường;30/09/2025
            2025;Tây Ninh;;;THPT;7;trường;31/05/2025
            """);
    Screened file = Screened.of(path, Declared.nothing());
    assertThat(file.values("region_key"))
        .containsExactly(
            "P80@2025-07-01",
            "C27712@2025-07-01",
            "C27865@2025-07-01",
            "C27694@2025-07-01",
            "D705@2017-01-01",
            "P72@2017-01-01");
    assertThat(file.findings()).containsExactly("row.place-unknown@7");
  }

  /** Communes stand inside the province of their year; one alone is no count of all of it. */
  @Test
  void a_count_of_2026_is_of_a_commune() {
    Path path =
        file(
            """
            Năm tốt nghiệp;Tỉnh;Xã, phường;Cấp học;Số tốt nghiệp;Cơ sở tính
            2026;Tây Ninh;Phường Tân An;THCS;400;trường
            2026;Tây Ninh;Xã Thạnh Hóa;THCS;300;trường
            """);
    Screened file = Screened.of(path, Declared.nothing());
    assertThat(file.values("region_key")).containsExactly("C27712@2025-07-01", "C27865@2025-07-01");
    assertThat(file.file().scope().reporterCode()).isEqualTo("P80@2025-07-01");
  }

  @Test
  void takes_only_what_lies_in_the_declared_reporter() {
    Path path = write("2023;Long An;Bến Lức;THCS;5;trường;\n2023;Bình Phước;;THCS;5;trường;\n");
    Screened file = Screened.of(path, new Declared(null, "tỉnh Long An", null));
    assertThat(file.file().scope().reporterCode()).isEqualTo("P80@2017-01-01");
    assertThat(file.findings()).containsExactly("row.outside-reporter@3");
  }

  @Test
  void knows_that_figures_are_made_up() {
    Screened file =
        Screened.of(
            folder,
            "mo_phong.csv",
            "DỮ LIỆU MÔ PHỎNG, KHÔNG PHẢI SỐ LIỆU THẬT\n\n"
                + HEADER.replace("Số tốt nghiệp", "Hướng đi;Số học sinh").replace(';', ',')
                + "2023,Long An,Bến Lức,THCS,học nghề sơ cấp,5,trường,\"31/12/2023\"\n");
    assertThat(file.file().isSynthetic()).isTrue();
    assertThat(file.file().dataset()).isEqualTo("destination_count");
    assertThat(file.values("destination")).containsExactly("SC");
    assertThat(screen("2023;Long An;;THCS;5;trường;\n").file().isSynthetic()).isFalse();
  }

  private Screened screen(String rows) {
    return Screened.of(write(rows), Declared.nothing());
  }

  private Path write(String rows) {
    return file(HEADER + rows);
  }

  private Path file(String text) {
    return Screened.write(folder, "so_lieu.csv", text.getBytes(StandardCharsets.UTF_8));
  }
}
