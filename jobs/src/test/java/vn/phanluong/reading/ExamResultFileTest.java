package vn.phanluong.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamResultFileTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void reads_a_header_under_titles_and_blank_lines() {
    Screened file =
        screen(
            """
            KẾT QUẢ THI, NĂM 2024

            SBD;Toán;Ngữ Văn;Ngoại Ngữ;Vật Lý
            58000001;7,25;-1;10;
            58000002;0;5.50;-1.0;3

            SBD;Toán;Ngữ Văn;Ngoại Ngữ;Vật Lý
            Trang 2;;;;
            58000003;8;;;
            """);
    assertThat(file.counts()).isEqualTo("3/0/6");
    assertThat(file.rows().get(0))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "exam_year", (short) 2024,
                "candidate_number", "58000001",
                "council_code", "58",
                "toan", (short) 725,
                "ngoai_ngu", (short) 1000));
    assertThat(file.values("toan")).containsExactly((short) 725, (short) 0, (short) 800);
    assertThat(file.file().scope())
        .isEqualTo(new Scope("58", (short) 2024, Scope.KnownBy.CONTENT, Scope.KnownBy.FILE_NAME));
  }

  @Test
  void takes_the_language_from_the_column_that_holds_the_score() {
    Screened file =
        screen(
            """
            SBD;Toan;Li;Ngoai ngu (N1);Ngoai ngu (N2);Ngoai ngu (N3)
            58000001;6;-1;-1;7.5;-1;
            58000002;6;4;3;-1;-1;
            58000003;6;4;-1;-1;-1;
            58000004;6;4;3;4;-1;
            """);
    assertThat(file.values("ma_ngoai_ngu")).containsExactly("N2", "N1", null);
    assertThat(file.values("ngoai_ngu")).containsExactly((short) 750, (short) 300, null);
    assertThat(file.findings()).containsExactly("row.two-values@5");
  }

  /** Two marks that happen to be equal are still two languages. */
  @Test
  void a_code_beside_the_column_of_its_language_is_no_second_value() {
    Screened file =
        screen(
            """
            SBD;Toan;Ngoai ngu (N1);Ngoai ngu (N2);Mã ngoại ngữ
            58000001;6;7.5;;N1
            58000002;6;7.5;;N2
            58000003;6;7.5;7.5;
            """);
    assertThat(file.values("ma_ngoai_ngu")).containsExactly("N1");
    assertThat(file.findings()).containsExactly("row.two-values@3", "row.two-values@4");
  }

  @Test
  void prefers_the_earlier_alias_where_two_columns_claim_a_field() {
    Screened file =
        screen(
            """
            Số báo danh,ID,Toán,Tên môn ngoại ngữ,Mã môn ngoại ngữ
            58000001,64728,3,3.6,N1
            """);
    assertThat(file.values("candidate_number")).containsExactly("58000001");
    assertThat(file.values("ngoai_ngu")).containsExactly((short) 360);
    assertThat(file.file().findings()).extracting(Finding::text).containsExactly("ID");
    assertThat(file.file().findings())
        .extracting(Finding::code)
        .containsExactly("column.unmatched");
  }

  @Test
  void reads_fixed_width_and_takes_its_zero_for_not_taken() {
    Screened file =
        screen(
            """
            58000001       6.40    7.00    5.50    5.00    5.25    0.00    0.00    0.00    3.00    N1   16.90     14.90     16.65     7.00      16.40
            58001942       7.80    0.00    5.25    6.00    0.00    0.00    0.00    0.00    0.00    -    19.05     0.00      13.80     0.00      0.00
            """);
    assertThat(file.counts()).isEqualTo("2/0/0");
    assertThat(file.values("ngu_van")).containsExactly((short) 700, null);
    assertThat(file.values("vat_li")).containsExactly((short) 550, (short) 525);
    assertThat(file.values("ngoai_ngu")).containsExactly((short) 300, null);
    assertThat(file.values("ma_ngoai_ngu")).containsExactly("N1", null);
  }

  @Test
  void reads_labels_and_values() {
    Screened file =
        screen(
            """

            58000001|Toán:6.20;Văn:5.50;Lí:;Sử:4.50;Ngoại Ngữ:4
            ;58000002|Toán:0;Văn:7;Lí:;Sử:;
            58000003|Toán:0;Văn:;Nhạc:9;Toán:5;
            58000004|Toán:;Văn:;Nhạc:9;
            58000005|Toán:;Văn:;Lí:;
            """);
    assertThat(file.counts()).isEqualTo("4/1/1");
    assertThat(file.values("lich_su")).containsExactly((short) 450, null, null, null);
    assertThat(file.values("toan")).containsExactly((short) 620, (short) 0, null, null);
    assertThat(file.findings()).containsExactly("row.two-values@4", "column.unmatched@4");
    assertThat(file.records().get(5).findings().get(0).en()).contains("Nhạc", "2 such rows");
  }

  @Test
  void reads_pairs() {
    Screened file =
        screen(
            """
            58000001,Toán,6.20,Ngữ văn,5.50,Giáo dục công dân,8.50
            58000002,Toán,5.80,Ngữ văn,12,Địa lí,8.00
            """);
    assertThat(file.values("gdcd")).containsExactly((short) 850);
    assertThat(file.findings()).containsExactly("cell.score-range@2");
  }

  @Test
  void reads_candidate_numbers_that_lost_or_won_a_zero() {
    Screened file =
        screen(
            """
            SBD,Toán
            1017985,9
            001017986,9
            01017987,9
            1017988.0,9
            58-00001,9
            5800001234,9
            580000123,9
            99000001,9
            ,9
            """);
    assertThat(file.values("candidate_number"))
        .containsExactly("01017985", "01017986", "01017987", "01017988");
    assertThat(file.findings())
        .containsExactly(
            "cell.candidate-number@6",
            "cell.candidate-number@7",
            "cell.candidate-number@8",
            "row.council-unknown@9",
            "cell.required@10",
            "cell.zero-restored@2");
  }

  @Test
  void keeps_the_first_of_rows_with_one_number() {
    Screened file =
        screen(
            """
            SBD,Toán
            58000001,9
            58000002,8
            58000001,9
            58000002,7
            """);
    assertThat(file.findings()).containsExactly("row.duplicate@4", "row.key-conflict@5");
    assertThat(file.records().get(3).findings().get(0).en()).contains("row 2");
    assertThat(file.values("toan")).containsExactly((short) 900, (short) 800);
  }

  @Test
  void rejects_rows_that_are_cut_or_shifted() {
    Screened file =
        screen(
            """
            SBD,Toán,Văn
            58000001,7,5,5
            58000002,7
            58000003,7,"5,5"
            58000004,7,"5
            """);
    assertThat(file.findings())
        .containsExactly("row.too-many-cells@2", "row.too-few-cells@3", "row.quote-open@5");
    assertThat(file.values("ngu_van")).containsExactly((short) 550);
  }

  @Test
  void holds_the_council_column_and_the_year_column_against_the_rest() {
    Screened file =
        screen(
            """
            year,sbd,council_code,toan
            2020,01000001,01,7
            2020,01000002,1,7
            2020,01000003,1.0,7
            2020,01000004,02,7
            2021,01000005,01,7
            """);
    assertThat(file.values("council_code")).containsExactly("01", "01", "01");
    assertThat(file.findings()).containsExactly("row.council-differs@5", "row.period-differs@6");
    assertThat(file.file().scope().periodKnownBy()).isEqualTo(Scope.KnownBy.CONTENT);
  }

  @Test
  void accepts_a_stray_candidate_of_another_council_and_says_so_once() {
    StringBuilder text = new StringBuilder("SBD,Toán\n49000001,5\n");
    for (int i = 0; i < 200; i++) {
      text.append("%08d,5\n".formatted(58000000 + i));
    }
    Screened file = screen(text + "49000002,5\n");
    assertThat(file.file().scope().reporterCode()).isEqualTo("58");
    assertThat(file.counts()).isEqualTo("202/0/1");
    assertThat(file.findings()).containsExactly("row.council-other@2");
    assertThat(screen("SBD,Toán\n58000001,5\n49000001,5\n").file().scope().reporterCode())
        .isEqualTo("VN");
  }

  @Test
  void knows_the_year_from_sender_folder_or_not_at_all() throws Exception {
    byte[] text = "SBD,Toán\n58000001,5\n".getBytes(StandardCharsets.UTF_8);
    Path ofFolder =
        Screened.write(Files.createDirectory(folder.resolve("2022-csv")), "58.csv", text);
    assertThat(scope(ofFolder, null).period()).isEqualTo((short) 2022);
    assertThat(scope(ofFolder, null).periodKnownBy()).isEqualTo(Scope.KnownBy.FOLDER_NAME);
    assertThat(scope(ofFolder, (short) 2019).period()).isEqualTo((short) 2019);
    Path ofNone = Screened.write(Files.createDirectory(folder.resolve("x")), "58.csv", text);
    assertThat(code(ofNone, Declared.nothing())).isEqualTo("file.no-period");
    assertThat(code(ofNone, new Declared(null, null, (short) 2009)))
        .isEqualTo("file.period-unknown");
    assertThat(code(ofNone, new Declared(null, "99", (short) 2019)))
        .isEqualTo("file.reporter-unknown");
    assertThat(code(ofNone, new Declared("target", null, (short) 2019)))
        .isEqualTo("file.unknown-dataset");
  }

  @Test
  void turns_away_another_exam_with_the_same_columns() {
    StringBuilder grade10 = new StringBuilder("SBD,Toán,Văn\n");
    for (int i = 0; i < 20; i++) {
      grade10.append(90000 + i).append(",5,5\n");
    }
    Path file = Screened.write(folder, "lop10_2023.csv", bytes(grade10.toString()));
    assertThat(code(file, Declared.nothing())).isEqualTo("file.foreign-keys");
    Path mixed = Screened.write(folder, "thpt_2023.csv", bytes(grade10 + "58000001,5,5\n"));
    assertThat(Screened.of(mixed, Declared.nothing()).counts()).isEqualTo("1/20/1");
    assertThat(screen("SBD,Toán\n90000,5\n").counts()).isEqualTo("0/1/1");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void says_what_a_strange_or_empty_file_lacks() {
    Path strange =
        Screened.write(
            folder, "a.csv", "Tỉnh,Huyện,Số học sinh\nx,y,1\n".getBytes(StandardCharsets.UTF_8));
    Finding finding =
        ((Recognition.Rejected) FileScreener.recognise(strange, Declared.nothing())).finding();
    assertThat(finding.code()).isEqualTo("file.unknown-dataset");
    assertThat(finding.en()).contains("destination_count", "Hướng đi", "Cấp học");
    assertThat(code(Screened.write(folder, "b.csv", new byte[0]), Declared.nothing()))
        .isEqualTo("file.empty");
    assertThat(
            code(
                Screened.write(folder, "c.csv", "\n \n".getBytes(StandardCharsets.UTF_8)),
                Declared.nothing()))
        .isEqualTo("file.empty");
    assertThat(
            code(
                Screened.write(folder, "d_2021.csv", "SBD,Toán\n".getBytes(StandardCharsets.UTF_8)),
                Declared.nothing()))
        .isEqualTo("file.empty");
  }

  private static Scope scope(Path file, @Nullable Short period) {
    return ((Recognition.Recognised) FileScreener.recognise(file, new Declared(null, null, period)))
        .scope();
  }

  private static String code(Path file, Declared declared) {
    return ((Recognition.Rejected) FileScreener.recognise(file, declared)).finding().code();
  }

  private Screened screen(String text) {
    return Screened.of(folder, "ket_qua_2024.csv", text);
  }
}
