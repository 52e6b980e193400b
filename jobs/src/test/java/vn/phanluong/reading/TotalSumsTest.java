package vn.phanluong.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TotalSumsTest {
  private static final String HEADER =
      "Năm tốt nghiệp;Tỉnh;Huyện;Cấp học;Số tốt nghiệp;Cơ sở tính\n";

  @TempDir private Path folder = Path.of("");

  @Test
  void a_total_that_is_not_the_sum_is_said_with_both_figures() {
    Screened file =
        screen(
            """
            2023;Long An;Tân An;THCS;1.200;trường
            2023;Long An;Bến Lức;THCS;34;trường
            Tổng cộng;;;;1.235;
            """);
    Finding found = file.records().get(3).findings().get(0);
    assertThat(file.findings()).containsExactly("total.differs@4");
    assertThat(found.cell()).isEqualTo("E4");
    assertThat(found.severity()).isEqualTo(Severity.WARN);
    assertThat(found.vi()).contains("«1.235»", "1234");
    assertThat(found.en()).contains("«1.235»", "1234");
    assertThat(file.counts()).isEqualTo("2/0/2");
  }

  @Test
  void a_total_that_is_the_sum_is_right() {
    assertThat(
            found(
                """
                2023;Long An;Tân An;THCS;1.200;trường
                2023;Long An;Bến Lức;THCS;34;trường
                Tổng cộng;;;;1.234;
                """))
        .isEmpty();
  }

  /** The sum is of what is printed: the row is turned away, and its figure is in the total. */
  @Test
  void rejected_rows_are_part_of_the_sum() {
    assertThat(
            found(
                """
                2023;Long An;Tân An;THCS;20;trường
                2023;Long An;Ở đâu;THCS;4;trường
                2023;Long An;Tân An;THCS;3;trường
                Tổng cộng;;;;27;
                """))
        .containsExactly("row.place-unknown@3", "row.key-conflict@4");
  }

  @Test
  void parts_add_up_since_the_last_sum_and_all_in_the_end() {
    String rows =
        """
        2023;Long An;Tân An;THCS;20;trường
        2023;Long An;Tân An;THPT;5;trường
        Cộng thành phố Tân An;;;;%d;
        2023;Long An;Bến Lức;THCS;7;trường
        2023;Long An;Bến Lức;THPT;-;trường
        Cộng huyện Bến Lức;;;;%d;
        Tổng cộng;;;;%d;
        """;
    assertThat(found(rows.formatted(25, 7, 32))).isEmpty();
    assertThat(found(rows.formatted(26, 7, 32))).containsExactly("total.differs@4");
    assertThat(found(rows.formatted(25, 12, 32))).containsExactly("total.differs@7");
    assertThat(found(rows.formatted(25, 7, 33))).containsExactly("total.differs@8");
  }

  @Test
  void a_total_of_a_level_adds_the_rows_of_that_level() {
    String rows =
        """
        2023;Long An;Tân An;THCS;20;trường
        2023;Long An;Tân An;THPT;5;trường
        2023;Long An;Bến Lức;THCS;7;trường
        2023;Long An;Toàn tỉnh;THCS;%d;trường
        2023;Long An;Toàn tỉnh;THPT;5;trường
        """;
    assertThat(found(rows.formatted(27))).isEmpty();
    assertThat(found(rows.formatted(28))).containsExactly("total.differs@5");
  }

  @Test
  void a_total_above_its_rows_is_compared_at_the_end() {
    String rows =
        """
        2023;Long An;Toàn tỉnh;THCS;%d;trường
        2023;Long An;Tân An;THCS;20;trường
        2023;Long An;Bến Lức;THCS;7;trường
        """;
    assertThat(found(rows.formatted(27))).isEmpty();
    assertThat(found(rows.formatted(20))).containsExactly("total.differs@2");
  }

  /** What cannot be read may be anything, and a blank total says nothing. */
  @Test
  void nothing_is_said_where_the_sum_is_not_known() {
    assertThat(
            found(
                """
                2023;Long An;Tân An;THCS;20;trường
                2023;Long An;Bến Lức;THCS;hai;trường
                2023;Long An;Cần Đước;THCS;7;trường
                Tổng cộng;;;;99;
                Tổng cộng;;;;;
                """))
        .containsExactly("cell.count-unreadable@3");
  }

  @Test
  void a_running_number_may_stand_before_the_word() {
    assertThat(
            Screened.of(
                    write(
                        "stt;"
                            + HEADER
                            + "1;2023;Long An;Tân An;THCS;20;trường\n"
                            + "2;Cộng;;;;21;\n"),
                    Declared.nothing())
                .findings())
        .containsExactly("total.differs@3");
  }

  /** The seeds print totals of rates, which are weighted means; their counts are not known. */
  @Test
  void a_total_of_rates_is_no_sum() {
    String plan =
        """
        BẢNG CHỈ TIÊU ĐĂNG KÝ NĂM 2023
        (Kèm theo Kế hoạch số 568/KH-UBND ngày 07/3/2023 của Ủy ban nhân dân tỉnh Long An)
        I. Cấp THCS
        STT\tHuyện, thị xã, thành phố\t%s
        01\tTân An\t35,09
        02\tChâu Thành\t32,98
        Tổng cộng\t\t27,92
        """
            .formatted(
                "Tỷ lệ % học sinh tốt nghiệp THCS tiếp tục học tập tại các cơ sở giáo dục nghề"
                    + " nghiệp đào tạo trình độ sơ cấp, trung cấp");
    Screened file = Screened.of(folder, "phu_luc.txt", plan);
    assertThat(file.count(RowStatus.ACCEPTED)).isEqualTo(3);
    assertThat(file.findings()).isEmpty();
  }

  @Property(tries = 50)
  void any_figure_but_the_sum_is_found(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 9_999) Integer> counts,
      @ForAll @IntRange(max = 200_000) int stated)
      throws IOException {
    String[] districts = {"Tân An", "Bến Lức", "Cần Đước", "Thủ Thừa"};
    StringBuilder rows = new StringBuilder();
    int sum = 0;
    for (int i = 0; i < counts.size(); i++) {
      rows.append("2023;Long An;%s;THCS;%d;trường\n".formatted(districts[i % 4], counts.get(i)));
      sum += counts.get(i);
    }
    Path path = Files.createTempFile("tong", ".csv");
    String right = rows + "Tổng cộng;;;;" + sum + ";\n";
    String other = rows + "Tổng cộng;;;;" + stated + ";\n";
    assertThat(differences(path, right)).isZero();
    assertThat(differences(path, other)).isEqualTo(stated == sum ? 0 : 1);
    Files.delete(path);
  }

  private static long differences(Path path, String rows) throws IOException {
    Files.writeString(path, HEADER + rows);
    return Screened.of(path, Declared.nothing()).findings().stream()
        .filter(each -> each.startsWith("total.differs"))
        .count();
  }

  private List<String> found(String rows) {
    return screen(rows).findings();
  }

  private Screened screen(String rows) {
    return Screened.of(write(HEADER + rows), Declared.nothing());
  }

  private Path write(String text) {
    return Screened.write(folder, "so_lieu.csv", text.getBytes(StandardCharsets.UTF_8));
  }
}
