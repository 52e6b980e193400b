package vn.phanluong.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.phanluong.definition.SchemaFiles;

class AppendixFileTest {
  /** Another province, other indicators, no running number, a decree number with other blanks. */
  private static final String BINH_PHUOC =
      """
      Phụ lục II

      CHỈ TIÊU PHÂN LUỒNG ĐĂNG KÝ NĂM 2024

      (Kèm theo Kế hoạch số 99/ KH-UBND ngày 15 tháng 01 năm 2024 của Ủy ban nhân dân tỉnh Bình Phước)

      I. TRUNG HỌC PHỔ THÔNG
      Địa bàn\tTỷ lệ % học sinh tốt nghiệp THPT tiếp tục học tập tại các cơ sở GDNN đào tạo trình độ trung cấp, cao đẳng.\tGhi chú
      Phước Long\t45,5\t
      TX. Bình Long\t40%\txem sau
      Bình Lung\t40\t
      Cộng\t42\t
      Nơi nhận:
      KT. CHỦ TỊCH
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void reads_the_appendix_of_long_an_as_it_was_printed() {
    Screened file = longAn("");
    assertThat(file.counts()).isEqualTo("32/0/13");
    assertThat(file.rows()).hasSize(96);
    assertThat(file.findings()).containsExactly("place.guessed@19");
    assertThat(file.file().scope())
        .isEqualTo(
            new Scope(
                "long-an-568-2023", (short) 2023, Scope.KnownBy.CONTENT, Scope.KnownBy.CONTENT));
    assertThat(file.rows().get(29)).isEqualTo(thanhHoa());
    assertThat(file.values("region_key").stream().distinct().count()).isEqualTo(16);
  }

  private static Map<String, Object> thanhHoa() {
    return Map.ofEntries(
        Map.entry("document_id", "long-an-568-2023"),
        Map.entry("section", "Phụ lục.I"),
        Map.entry("place", "Thanh Hóa"),
        Map.entry("place_level", "district"),
        Map.entry("parent_place", "Tỉnh Long An"),
        Map.entry("target_year", (short) 2023),
        Map.entry("indicator_id", "PL-THCS-SCTC"),
        Map.entry("education_level", "THCS"),
        Map.entry("scope", "whole"),
        Map.entry("kind", "registered"),
        Map.entry("operator", "="),
        Map.entry("value", "23,20"),
        Map.entry("destinations", "SC|TC"),
        Map.entry("source_sentence", "10\tThanh Hóa\t100\t100\t23,20"),
        Map.entry("evidence", "seen: phụ lục của văn bản (appendix of the document)"),
        Map.entry("region_key", "D800@2017-01-01"));
  }

  @Test
  void takes_the_total_row_for_the_province_with_and_without_its_empty_cell() {
    List<Map<String, Object>> rows = longAn("").rows();
    for (int last : new int[] {47, 95}) {
      assertThat(rows.get(last))
          .containsEntry("place", "Tỉnh Long An")
          .containsEntry("place_level", "province")
          .containsEntry("parent_place", "Việt Nam")
          .containsEntry("value", last == 47 ? "27,92" : "40,22");
    }
    Screened short1 = longAn("Tổng cộng\t\t100", "Tổng cộng\t100");
    assertThat(short1.rows()).isEqualTo(withSentence(rows, "Tổng cộng\t\t", "Tổng cộng\t"));
  }

  private static List<Map<String, Object>> withSentence(
      List<Map<String, Object>> rows, String from, String to) {
    return rows.stream()
        .map(
            row -> {
              Map<String, Object> changed = new java.util.HashMap<>(row);
              changed.computeIfPresent(
                  "source_sentence", (field, text) -> text.toString().replace(from, to));
              return changed;
            })
        .toList();
  }

  @Test
  void takes_no_number_for_no_target_and_a_cut_row_for_none() {
    Screened file =
        longAn(
            "02\tChâu Thành\t100\t100\t32,98", "02\tChâu Thành\t100\t\t-",
            "03\tTân Trụ\t100\t100\t27,50", "Tân Trụ\t100\t100\t27,50",
            "04\tThủ Thừa\t100\t100\t20,00", "04\tThủ Thừa\t\t\t");
    assertThat(file.findings())
        .containsExactly("row.too-few-cells@12", "cell.required@13", "place.guessed@19");
    assertThat(file.rows()).hasSize(96 - 2 - 3 - 3);
  }

  @Test
  void reads_the_appendix_of_another_province() {
    Screened file = Screened.of(folder, "phu_luc.txt", BINH_PHUOC);
    assertThat(file.counts()).isEqualTo("3/1/10");
    assertThat(file.file().scope().reporterCode()).isEqualTo("binh-phuoc-99-2024");
    assertThat(file.file().findings())
        .extracting(Finding::code)
        .containsExactly("document.unregistered", "column.unmatched");
    assertThat(file.values("place"))
        .containsExactly("Phước Long", "TX. Bình Long", "Tỉnh Bình Phước");
    assertThat(file.values("section")).containsOnly("Phụ lục II.I");
    assertThat(file.values("education_level")).containsOnly("THPT");
    assertThat(file.values("destinations")).containsOnly("TC|CD");
    assertThat(file.values("value")).containsExactly("45,5", "40%", "42");
  }

  @Test
  void asks_for_the_year_and_the_document() {
    assertThat(code(BINH_PHUOC.replace("NĂM 2024", ""))).isEqualTo("file.no-period");
    assertThat(code(BINH_PHUOC.replace("Kèm theo", "").replace("số 99", "")))
        .isEqualTo("file.no-document");
  }

  private String code(String text) {
    Path path = Screened.write(folder, "phu_luc.txt", text.getBytes(StandardCharsets.UTF_8));
    return ((Recognition.Rejected) FileScreener.recognise(path, Declared.nothing()))
        .finding()
        .code();
  }

  private Screened longAn(String... fromTo) {
    String text = SchemaFiles.bundled().text("reference/plans/long_an_2023_phu_luc.txt");
    for (int i = 0; i + 1 < fromTo.length; i += 2) {
      text = text.replace(fromTo[i], fromTo[i + 1]);
    }
    return Screened.of(folder, "phu_luc.txt", text);
  }

  @Test
  void reads_the_collected_targets_and_the_document_register() throws Exception {
    Path targets = folder.resolve("target.csv");
    Files.writeString(targets, SchemaFiles.bundled().text("reference/plans/target.csv"));
    Screened file = Screened.of(targets, Declared.nothing());
    assertThat(file.file().scope().reporterCode()).isEqualTo("VN");
    assertThat(file.file().scope().period()).isZero();
    assertThat(file.findings()).isEmpty();
    assertThat(file.values("region_key")).doesNotContainNull().contains("P92@2017-01-01");
    Path documents = folder.resolve("document.csv");
    Files.writeString(documents, SchemaFiles.bundled().text("reference/plans/document.csv"));
    Screened register = Screened.of(documents, Declared.nothing());
    assertThat(register.findings()).isEmpty();
    assertThat(register.values("region_key"))
        .doesNotContainNull()
        .contains("VN", "D001@2017-01-01");
  }
}
