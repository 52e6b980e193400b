package vn.phanluong.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phanluong.text.Spelling;

class ShapeMaskTest {

  @ParameterizedTest
  @CsvSource({
    "Nguyễn An 12/03/2009, Aa Aa 99/99/9999",
    "NGUYỄN VĂN A, A A A",
    "079209001234, 999999999999",
    "an.nguyen@truong.vn, a.a@a.a",
    "(028) 3822-5678, (999) 9999-9999",
    "Đặng Thị Ü, Aa Aa A",
    "三好, a",
    "-1, -9"
  })
  void says_the_shape_alone(String text, String shape) {
    assertThat(ShapeMask.of(text)).isEqualTo(shape);
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
    assertThat(ShapeMask.of(decomposed)).isEqualTo(shape);
  }

  @Property
  void holds_no_letter_but_a_and_no_digit_but_nine(@ForAll String text) {
    assertThat(ShapeMask.of(text)).matches("[Aa9 !-/:-@\\[-`{-~?]*");
  }

  @Test
  void a_mark_without_a_letter_is_no_blank() {
    assertThat(ShapeMask.of("\u0300")).isEqualTo("?");
    assertThat(ShapeMask.of(" ")).isEqualTo(" ");
  }

  @Property
  void a_text_that_is_not_blank_has_a_shape_that_is_not_blank(@ForAll String text) {
    if (!Spelling.isBlank(Spelling.clean(text))) {
      assertThat(Spelling.isBlank(ShapeMask.of(text))).isFalse();
    }
  }
}
