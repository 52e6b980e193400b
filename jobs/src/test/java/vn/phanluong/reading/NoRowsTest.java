package vn.phanluong.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file without rows: a report that there are none, or an empty file. */
class NoRowsTest {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SBD,Toán\nKhông có học sinh\n",
        "SBD,Toán\nKhông phát sinh,\n",
        "SBD,Toán\n0 học sinh,\n",
        "Hội đồng không có thí sinh,\nSBD,Toán\n",
        "SBD,Toán\n\nNo pupils this year,\n"
      })
  void that_says_there_are_no_pupils_is_accepted(String text) {
    FileReport report = report("58_2018.csv", text, new Declared(null, "58", null));
    assertThat(report.isRejected()).isFalse();
    assertThat(report.accepted() + report.rejected()).isZero();
    assertThat(report.dataset()).isEqualTo("exam_result");
    assertThat(report.scope().reporterCode()).isEqualTo("58");
    assertThat(report.findings()).extracting(Finding::code).containsExactly("file.declared-empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SBD,Toán\n", "SBD,Toán\n10 học sinh,\n", "SBD,Toán\nTrang 1,\n"})
  void that_says_nothing_is_not(String text) {
    FileReport report = report("58_2018.csv", text, Declared.nothing());
    assertThat(report.accepted()).isZero();
    assertThat(report.findings()).extracting(Finding::code).doesNotContain("file.declared-empty");
  }

  @Test
  void without_a_header_the_sender_says_what_there_is_none_of() {
    String text = "TRƯỜNG THCS A\nNăm 2023: không có học sinh tốt nghiệp\n";
    FileReport report =
        report("a.csv", text, new Declared("graduate_count", "Long An", (short) 2023));
    assertThat(report.isRejected()).isFalse();
    assertThat(report.scope().period()).isEqualTo((short) 2023);
    assertThat(report.findings().get(0).text()).isEqualTo("Năm 2023: không có học sinh tốt nghiệp");
    assertThat(report("a.csv", text, Declared.nothing()).findings().get(0).code())
        .isEqualTo("file.unknown-dataset");
  }

  /** A note in a file with rows declares nothing, and loses none of them. */
  @Test
  void a_note_beside_rows_is_only_a_note() {
    FileReport report =
        report("58_2018.csv", "SBD,Toán\n58000001,9\nKhông phát sinh,\n", Declared.nothing());
    assertThat(report.accepted()).isEqualTo(1);
    assertThat(report.findings()).isEmpty();
  }

  private FileReport report(String name, String text, Declared declared) {
    Path file = Screened.write(folder, name, text.getBytes(StandardCharsets.UTF_8));
    return FileReport.of(file, declared, 10);
  }
}
