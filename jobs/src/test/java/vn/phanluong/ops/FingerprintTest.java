package vn.phanluong.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.phanluong.definition.Contract;
import vn.phanluong.definition.Contracts;
import vn.phanluong.runtime.Builders;

class FingerprintTest {
  /** The tally's sums stand in a class of their own, which the builder names. */
  @Test
  void covers_what_a_builder_calls_and_no_other_builder() {
    assertThat(Fingerprint.classes("vn.phanluong.indicator.Tally"))
        .containsKeys("vn/phanluong/indicator/Tally", "vn/phanluong/indicator/SummedTally")
        .doesNotContainKeys("vn/phanluong/star/FctSpell", "vn/phanluong/cli/PhanLuong");
  }

  /** Thừa Thiên Huế became a city on 1 January 2025; of lists of subjects no day tells anything. */
  @Test
  void is_another_from_the_day_of_a_reorganisation_on() {
    assertThat(on("star.bridge_region_boundary", "2024-12-31"))
        .isNotEqualTo(on("star.bridge_region_boundary", "2025-01-01"));
    assertThat(on("star.bridge_region_boundary", "2025-01-02"))
        .isEqualTo(on("star.bridge_region_boundary", "2025-01-01"));
    assertThat(on("star.dim_subject", "2024-12-31"))
        .isEqualTo(on("star.dim_subject", "2025-01-01"));
  }

  private static String on(String table, String day) {
    Contract contract = Contracts.bundled().of(table);
    return Fingerprint.of(contract, Builders.className(contract), LocalDate.parse(day));
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
