package vn.phanluong.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The forms in which exam results of 2016 and 2017 came, and headers that drift by year. */
class ExamFormsTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void reads_all_scores_out_of_one_cell() {
    Screened file =
        screen(
            "58_2018.csv",
            """
            SBD;HO_TEN;DIEM_THI
            58000001;A;Toán: 6,25, Ngữ văn:.5   Vật lí:   Tiếng Pháp: 7
            58000002;B;
            58000003;C;Toán: 12   Ngữ văn: 5
            58000004;D;Toán: 6 7 Ngữ văn: 5
            58000005;E;Toán: 6 Ngữ văn
            58000006;F;"Toán: 6; Nhạc: 5"
            58000007;G;Toán: 6 Toán: 7
            """);
    assertThat(file.values("toan")).containsExactly((short) 625, null, (short) 600);
    assertThat(file.values("ngu_van")).containsExactly((short) 50, null, null);
    assertThat(file.values("vat_li")).containsOnlyNulls();
    assertThat(file.values("ngoai_ngu")).containsExactly((short) 700, null, null);
    assertThat(file.values("ma_ngoai_ngu")).containsExactly("N3", null, null);
    assertThat(file.findings())
        .containsExactly(
            "cell.score-range@4",
            "cell.labels-unreadable@5",
            "cell.labels-unreadable@6",
            "row.two-values@8",
            "column.unmatched@7");
    assertThat(file.records().get(3).findings().get(0).cell()).isEqualTo("C4");
    assertThat(file.records().get(4).findings().get(0).en()).contains("because of «7 Ngữ văn: 5»");
  }

  /** What no contract knows stays in the delivered file; the scores beside it are read again. */
  @Test
  void of_a_label_nobody_knows_the_shape_enters_with_its_number() {
    String text =
        """
        SBD;DIEM_THI
        58000001;Toán: 8.00 Nguyễn Ẩn: 7.25 Ngữ văn: 5.50
        58000002;Toán: 6.00 Ngữ văn: 5.50
        """;
    Screened file = screen("58_2018.csv", text);
    assertThat(Screened.admitted(folder.resolve("58_2018.csv"), file.file()))
        .extracting(AdmittedRecord::record)
        .containsExactly(
            "SBD;DIEM_THI",
            "58000001;Toán: 8.00 Aa Aa: 9.99 Ngữ văn: 5.50",
            "58000002;Toán: 6.00 Ngữ văn: 5.50");
    assertThat(file.values("toan")).containsExactly((short) 800, (short) 600);
    assertThat(file.values("ngu_van")).containsExactly((short) 550, (short) 550);
    assertThat(file.findings()).containsExactly("column.unmatched@2");
  }

  @Test
  void two_letters_are_a_subject_only_beside_the_others() {
    Screened subjects =
        screen("58_2018.csv", "SBD,TO,VA,LI,HO,SI,SU,DI,NN,Môn NN\n58000001,1,2,3,4,5,6,7,8,N1\n");
    assertThat(subjects.values("hoa_hoc")).containsExactly((short) 400);
    assertThat(subjects.values("ngoai_ngu")).containsExactly((short) 800);
    assertThat(subjects.values("ma_ngoai_ngu")).containsExactly("N1");
    assertThat(subjects.file().findings()).isEmpty();
    Screened names = screen("58_2018.csv", "SBD,HO,TEN,TOAN\n58000001,Lê,An,9\n");
    assertThat(names.values("hoa_hoc")).containsExactly((Object) null);
    assertThat(names.file().findings()).extracting(Finding::text).containsExactly("HO", "TEN");
  }

  @Test
  void a_repeated_header_of_such_a_form_is_no_row() {
    String header = "SBD,TO,VA,LI,HO,SI,SU,DI,NN\n";
    Screened file =
        screen(
            "58_2018.csv", header + "58000001,1,2,3,4,5,6,7,8\n" + header + "58000002,9,,,,,,,\n");
    assertThat(file.counts()).isEqualTo("2/0/2");
  }

  @Test
  void the_name_of_the_language_holds_its_score_in_2024_only() {
    String text = "Số báo danh,Toán,Tên môn ngoại ngữ,Mã môn ngoại ngữ\n58000001,3,%s,N1\n";
    assertThat(screen("58_2024.csv", text.formatted("3.6")).values("ngoai_ngu"))
        .containsExactly((short) 360);
    Screened other = screen("58_2023.csv", text.formatted("Tiếng Anh"));
    assertThat(other.counts()).isEqualTo("1/0/1");
    assertThat(other.values("ma_ngoai_ngu")).containsExactly("N1");
    assertThat(other.file().findings())
        .extracting(Finding::text)
        .containsExactly("Tên môn ngoại ngữ");
  }

  @Test
  void the_year_of_the_rows_decides_over_the_year_of_the_name() {
    Screened file =
        screen(
            "58_2023.csv",
            "Năm,Số báo danh,Toán,Tên môn ngoại ngữ,Mã môn ngoại ngữ\n2024,58000001,3,3.6,N1\n");
    assertThat(file.values("ngoai_ngu")).containsExactly((short) 360);
    assertThat(file.file().findings()).isEmpty();
  }

  @Test
  void universities_held_exams_in_2016_alone() {
    String text = "SBD,Toán\nBAL000001,9\nXYZ000001,9\n058000952,8\n002000001,7\nbal1,6\n";
    Screened file = screen("x_2016.csv", text);
    assertThat(file.values("candidate_number")).containsExactly("BAL000001", "58000952");
    assertThat(file.values("council_code")).containsExactly("BAL", "58");
    assertThat(file.findings())
        .containsExactly(
            "row.council-unknown@3", "row.council-unknown@5", "cell.candidate-number@6");
    assertThat(screen("x_2017.csv", text).findings()).contains("row.council-unknown@2");
  }

  /** Cells parted by any delimiter; a comma inside a cell does not part them. */
  @Test
  void reads_a_table_without_a_header() {
    for (String delimiter : new String[] {"\t", ";", "|"}) {
      String row = String.join(delimiter, "HỌC SINH, A", "01/01/1999", "49000001", "Toán: 5.6");
      Screened file = screen("49_2017.csv", row + "\n" + row.replace("001", "002") + "\n");
      assertThat(file.counts()).isEqualTo("2/0/0");
      assertThat(file.values("toan")).containsExactly((short) 560, (short) 560);
    }
  }

  @Test
  void a_file_of_titles_alone_is_empty_however_long() {
    Path file =
        Screened.write(
            folder,
            "58_2018.csv",
            ("SBD,Toán\n" + "Trang,\n".repeat(300)).getBytes(StandardCharsets.UTF_8));
    Recognition recognition = FileScreener.recognise(file, Declared.nothing());
    assertThat(((Recognition.Rejected) recognition).finding().code()).isEqualTo("file.empty");
  }

  private Screened screen(String name, String text) {
    return Screened.of(folder, name, text);
  }
}
