package vn.phanluong.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoredFormsTest {
  @Test
  void a_layout_comes_back_from_json() {
    Layout layout =
        new Layout(
            Layout.Kind.APPENDIX,
            "\t",
            "UTF-8",
            "Biểu 1",
            List.of(
                new Layout.Section(
                    3,
                    9,
                    2,
                    4,
                    List.of(new Layout.Column(1, "value", Map.of("indicator_id", "HN-CT"))),
                    Map.of("education_level", "THCS"))),
            List.of("0.00"),
            List.of(new Layout.Further("Biểu 2", "")));
    assertThat(Layout.fromJson(layout.toJson())).isEqualTo(layout);
    assertThatThrownBy(() -> Layout.fromJson("[]"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Not a layout");
  }

  @Test
  void findings_come_back_from_json() {
    List<Finding> findings =
        List.of(
            FindingCode.CELL_SCORE_RANGE.ofRow(7, "toan", "12", "").in(27),
            FindingCode.FILE_EMPTY.ofFile(null, null, ""));
    assertThat(Finding.fromJson(Finding.toJson(findings))).isEqualTo(findings);
    assertThat(findings.get(0).cell()).isEqualTo("AB7");
    assertThatThrownBy(() -> Finding.fromJson("{"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Not a list of findings");
  }

  @Test
  void every_code_says_something_in_both_languages() {
    HashSet<String> ids = new HashSet<>();
    for (FindingCode code : FindingCode.values()) {
      Finding finding = code.ofRow(12, "toan", "ối", "chi tiết");
      assertThat(ids.add(code.id())).isTrue();
      assertThat(finding.vi()).doesNotContain("%").endsWith(".");
      assertThat(finding.en()).doesNotContain("%").endsWith(".");
      assertThat(finding.vi().contains("12"))
          .isEqualTo(code.severity() == Severity.REJECT_ROW || finding.en().contains("12"));
    }
    assertThat(Arrays.stream(FindingCode.values()).map(FindingCode::id))
        .allMatch(id -> id.matches("[a-z]+\\.[a-z]+(-[a-z]+)*"));
  }
}
