package vn.phanluong.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phanluong.reading.Part.Accumulation;
import vn.phanluong.reading.Part.Coverage;

/** What the lines above the header of a count say of the part of the year it is about. */
class TitleFileTest {
  private static final String ROWS =
      """
      Năm tốt nghiệp;Tỉnh;Huyện;Cấp học;Số tốt nghiệp;Cơ sở tính
      2023;Long An;Tân An;THCS;2105;trường
      """;

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource({
    "BÁO CÁO TỐT NGHIỆP NĂM 2023, A1, 1, FULL, CUMULATIVE",
    "KẾT QUẢ XÉT TỐT NGHIỆP ĐỢT 2 NĂM 2023, A1, 2, FULL, CUMULATIVE",
    "Đợt xét tốt nghiệp thứ II, A1, 2, FULL, CUMULATIVE",
    "BÁO CÁO 6 THÁNG ĐẦU NĂM 2023, S1, 1, FULL, CUMULATIVE",
    "Báo cáo sáu tháng cuối năm, S2, 1, FULL, CUMULATIVE",
    "BAO CAO QUY III/2023, Q3, 1, FULL, CUMULATIVE",
    "Báo cáo quý 4 (không lũy kế), Q4, 1, FULL, DISCRETE",
    "Báo cáo quí IV, Q4, 1, FULL, CUMULATIVE",
    "BIỂU SỐ LIỆU (BỔ SUNG), A1, 1, ADDITION, CUMULATIVE",
    "BIỂU SỐ LIỆU ĐIỀU CHỈNH, A1, 1, CORRECTION, CUMULATIVE",
    "ĐÍNH CHÍNH SỐ LIỆU ĐỢT 1, A1, 1, CORRECTION, CUMULATIVE",
    "Biểu này thay thế biểu điều chỉnh ngày 05/8/2023, A1, 1, FULL, CUMULATIVE",
    "(Kèm theo Công văn về việc điều chỉnh bổ sung), A1, 1, FULL, CUMULATIVE",
    "Căn cứ quyết định bổ sung quy mô, A1, 1, FULL, CUMULATIVE",
  })
  void a_title_says_it(
      String title, String subperiod, short round, Coverage coverage, Accumulation accumulation)
      throws IOException {
    Part part = recognised(title + "\n" + ROWS, DeclaredPart.nothing()).scope().part();
    assertThat(part.subperiod()).isEqualTo(subperiod);
    assertThat(part.round()).isEqualTo(round);
    assertThat(part.coverage()).isEqualTo(coverage);
    assertThat(part.accumulation()).isEqualTo(accumulation);
  }

  @Test
  void the_header_and_the_rows_say_nothing() throws IOException {
    String rows =
        ROWS.replace("Cơ sở tính", "Cơ sở tính;Bổ sung đợt 2").replace(";trường", ";trường;đợt 3");
    assertThat(recognised(rows, DeclaredPart.nothing()).scope().part()).isEqualTo(Part.WHOLE);
  }

  @Test
  void what_is_declared_stands_over_the_title_and_both_say_how_they_are_known() throws IOException {
    DeclaredPart declared = new DeclaredPart(null, (short) 3, null, Accumulation.DISCRETE);
    Scope scope = recognised("QUÝ II, ĐỢT 2\n" + ROWS, declared).scope();
    assertThat(scope.text()).endsWith("/2023-q2/3/full/discrete");
    assertThat(scope.basis())
        .isEqualTo(
            "reporter content, period content, accumulation declared, round declared, subperiod"
                + " content");
  }

  @Test
  void two_rounds_in_a_title_are_for_the_sender_to_say() throws IOException {
    String text = "TỔNG HỢP ĐỢT 1 VÀ ĐỢT 2\n" + ROWS;
    Recognition rejected =
        FileScreener.recognise(write(text), new Declared(null, null, null, DeclaredPart.nothing()));
    assertThat(((Recognition.Rejected) rejected).finding().code()).isEqualTo("file.scope-unclear");
    assertThat(((Recognition.Rejected) rejected).finding().en()).contains("[1, 2]", "--round");
    DeclaredPart declared = new DeclaredPart(null, (short) 1, null, null);
    assertThat(recognised(text, declared).scope().part().round()).isEqualTo((short) 1);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "S1,S1",
        "h2,S2",
        "2024-Q3,Q3",
        "2024-S1,S1",
        "year,A1",
        "a1,A1",
        "S3,none",
        "Q5,none",
        "H,none",
        "A2,none",
        "24-Q1,none"
      })
  void a_part_of_the_year_is_written_as_sdmx_does(String written, String subperiod) {
    assertThat(Part.subperiodOf(written)).isEqualTo(subperiod);
  }

  private Recognition.Recognised recognised(String text, DeclaredPart part) throws IOException {
    return (Recognition.Recognised)
        FileScreener.recognise(write(text), new Declared(null, null, null, part));
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("tot_nghiep.csv"), text);
  }
}
