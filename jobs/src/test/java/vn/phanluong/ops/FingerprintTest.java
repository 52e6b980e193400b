package vn.phanluong.ops;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.phanluong.definition.Contracts;

class FingerprintTest {
  /** The tally's sums stand in a class of their own, which the builder names. */
  @Test
  void covers_what_a_builder_calls_and_no_other_builder() {
    assertThat(Fingerprint.classes("vn.phanluong.indicator.Tally"))
        .containsKeys("vn/phanluong/indicator/Tally", "vn/phanluong/indicator/SummedTally")
        .doesNotContainKeys("vn/phanluong/star/FctSpell", "vn/phanluong/cli/PhanLuong");
  }

  @Test
  void is_of_the_contract_too() {
    Contracts contracts = Contracts.bundled();
    String root = "vn.phanluong.star.DimSubject";
    assertThat(Fingerprint.of(contracts.of("star.dim_subject")))
        .isEqualTo(Fingerprint.of(contracts.of("star.dim_subject"), root))
        .isNotEqualTo(Fingerprint.of(contracts.of("star.dim_school"), root));
  }
}
