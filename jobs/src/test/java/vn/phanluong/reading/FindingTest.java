package vn.phanluong.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
