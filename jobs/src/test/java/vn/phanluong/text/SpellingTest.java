package vn.phanluong.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
  @ParameterizedTest
  @CsvSource({
    "Hoà Bình,Hòa Bình",
    "Thuỷ,Thủy",
    "uỷ ban,ủy ban",
    "Thanh Hoá,Thanh Hóa",
    "Long-An,long_an",
    "TP.HN,TP HN",
    "quý,qúy"
  })
  void loose_ignores_where_the_tone_mark_stands(String one, String other) {
    assertThat(Spelling.loose(one)).isEqualTo(Spelling.loose(other));
  }

  @ParameterizedTest
  @CsvSource({"Thạnh Hóa,Thanh Hóa", "Mộc Hóa,Mốc Hóa", "Đắk Lắk,Đăk Lăk", "Tân An,Tấn An"})
  void loose_keeps_what_marks_say(String one, String other) {
    assertThat(Spelling.loose(one)).isNotEqualTo(Spelling.loose(other));
    assertThat(Spelling.bare(one)).isEqualTo(Spelling.bare(other));
  }

  @ParameterizedTest
  @CsvSource({"Đức Hoà,duc hoa", "KIÊM NHIỆM,kiem nhiem", "ưỡn,uon", "GDKT&PL,gdkt&pl"})
  void strip_takes_all_marks(String text, String stripped) {
    assertThat(Spelling.strip(text)).isEqualTo(stripped);
  }

  @Test
  void clean_composes_and_takes_blanks_together() {
    String decomposed = Normalizer.normalize("  Tỉnh\u00a0 Trà\tVinh ", Normalizer.Form.NFD);
    assertThat(Spelling.clean(decomposed)).isEqualTo("Tỉnh Trà Vinh");
  }
}
