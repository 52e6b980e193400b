package vn.phanluong.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void tells_the_cell_of_what_it_found() {
    Screened file =
        Screened.of(
            folder,
            "thi_2024.csv",
            """
            KẾT QUẢ THI
            STT;SBD;Ghi chú;Toán;Ngoai ngu (N1);Ngoai ngu (N2)
            1;58000001;;11;;
            2;5800000x;;7;;
            3;58000003;;7;;z
            4;;;7;;
            """);
    assertThat(file.file().findings()).extracting(Finding::cell).containsExactly("C2");
    assertThat(file.records())
        .flatExtracting(ScreenedRecord::findings)
        .extracting(Finding::cell)
        .containsExactly("D3", "B4", "F5", "B6");
  }

  @Test
  void a_message_takes_texts_as_they_are() {
    FindingCode code = FindingCode.CELL_SCORE_RANGE;
    assertThat(code.vi(7, "toan", "17 % %2$s", ""))
        .isEqualTo("Dòng 7: toan «17 % %2$s» nằm ngoài 0 đến 10.");
    assertThat(code.en(7, "toan", "17 % %2$s", ""))
        .isEqualTo("Row 7: toan «17 % %2$s» is outside 0 to 10.");
  }

  @ParameterizedTest
  @EnumSource
  void no_message_has_a_place_left_open(FindingCode code) {
    assertThat(code.vi("R", "F", "T", "D")).doesNotContain("%", "$");
    assertThat(code.en("R", "F", "T", "D")).doesNotContain("%", "$");
  }
}
