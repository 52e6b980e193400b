package vn.phanluong.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody's text enters the warehouse: of names, numbers and notes the shape stays. */
class DoorKeeperTest {
  private static final String FILE =
      """
      Danh sách do cô Trần Thị Lệ lập ngày 12/6/2024
      SBD;Họ và tên;Toán;Văn;Điện thoại
      58000001;Nguyễn Văn An;8.5;7;0912345678
      58000002;"Lê ""Tí"" Bình; con";7.25;6;
      58000003;Phạm Chi;mười (Phạm Chi);6;0987654321
      Đỗ Dung;58000004;5;6;
      58000001;Nguyễn Văn An;8.5;7;0912345678
      58000005;Hồ Én;5;6;0911111111;thừa Hồ Én
      Tổng cộng;;;;5
      Người lập biểu: Trần Thị Lệ;;;;
      """;

  @TempDir private Path folder = Path.of("");

  private List<AdmittedRecord> admitted(String text) {
    Path file = Screened.write(folder, "thi_2024.csv", text.getBytes(StandardCharsets.UTF_8));
    Recognition recognition =
        FileScreener.recognise(file, new Declared("exam_result", "58", (short) 2024));
    return Screened.admitted(file, (Recognition.Recognised) recognition);
  }

  @Test
  void of_unknown_columns_wrong_cells_and_titles_the_shape_stays() {
    assertThat(admitted(FILE).stream().map(AdmittedRecord::record))
        .containsExactly(
            "Aa a a a Aa Aa Aa a a 99/9/9999",
            "SBD;Aa a a;Toán;Văn;Aa a",
            "58000001;Aa Aa Aa;8.5;7;9999999999",
            "58000002;\"Aa \"\"Aa\"\" Aa; a\";7.25;6;",
            "99999999;Aa Aa;a (Aa Aa);6;9999999999",
            "Aa Aa;99999999;5;6;",
            "58000001;Aa Aa Aa;8.5;7;9999999999",
            "99999999;Aa Aa;5;6;9999999999;a Aa Aa",
            "Tổng cộng;;;;9",
            "Aa a a: Aa Aa Aa;;;;");
  }

  @Test
  void findings_say_no_name_and_no_number() {
    List<Finding> findings =
        admitted(FILE).stream().flatMap(record -> record.findings().stream()).toList();
    assertThat(findings).isNotEmpty();
    assertThat(findings)
        .allSatisfy(
            finding ->
                assertThat(finding.text() + finding.vi() + finding.en())
                    .doesNotContain("Chi", "Dung", "Én", "Lệ", "58000004", "0911111111"));
    assertThat(findings)
        .extracting(Finding::code, Finding::text)
        .contains(tuple("cell.score-unreadable", "a (Aa Aa)"));
  }

  @Test
  void a_file_without_a_stranger_enters_word_for_word() {
    String text = "SBD;Toán;Văn\n58000001; 8.5 ;7\n\"58000002\";7;6\n";
    assertThat(admitted(text).stream().map(AdmittedRecord::record))
        .containsExactlyElementsOf(text.lines().toList());
  }

  @Test
  void a_rejected_file_says_no_more() {
    Path file =
        Screened.write(
            folder,
            "la.csv",
            "SBD,Toán,Văn\nNguyễn An,1,2\n".repeat(30).getBytes(StandardCharsets.UTF_8));
    Recognition recognition =
        FileScreener.recognise(file, new Declared("exam_result", "58", (short) 2024));
    assertThat(recognition).isInstanceOf(Recognition.Rejected.class);
    Finding finding = ((Recognition.Rejected) recognition.admitted()).finding();
    assertThat(((Recognition.Rejected) recognition).finding().vi()).contains("Nguyễn An");
    assertThat(finding.text() + finding.vi() + finding.en()).doesNotContain("Nguyễn");
  }
}
