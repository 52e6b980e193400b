package vn.phanluong.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.phanluong.Checkout;
import vn.phanluong.definition.SchemaFiles;

/** The next reorganisation is rows: a merger of 2027 that nobody has decided. */
class ReferenceLintTest {
  private static final LocalDate DAY = LocalDate.of(2027, 1, 1);
  private static final String REGION = "region.csv";
  private static final String EVENT = "region_succession.csv";
  private static final String MEMBER = "region_membership.csv";
  private static final String COUNCIL = "exam_council.csv";

  @TempDir Path schemas = Path.of("");

  @BeforeEach
  void as_in_force() throws IOException {
    Files.createDirectories(schemas.resolve("reference"));
    for (String list :
        List.of(REGION, EVENT, MEMBER, COUNCIL, "commune.csv", "commune_succession.csv")) {
      Files.copy(Checkout.path("schemas/reference/" + list), file(list));
    }
  }

  /** An Giang goes into Cà Mau. */
  private void merge() throws IOException {
    replace(REGION, "(P91@2025-07-01,91,.*?,2025-07-01,),", "$12026-12-31,");
    replace(MEMBER, "(P91@2025-07-01,.*?,2025-07-01,),", "$12026-12-31,");
    replace(COUNCIL, "(P91@2025-07-01,2026,)", "$12026");
    add(
        EVENT,
        "2027-01-01/X/91,2027-01-01,merge,P91@2025-07-01,P96@2025-07-01,1,whole,X,X,2026-12-01,");
  }

  @Test
  void a_merger_of_rows_alone_is_seen_from_its_day_on() throws IOException {
    merge();
    assertThat(flaws()).isEmpty();
    RegionHistory history = RegionHistory.knownOn(SchemaFiles.of(schemas), LocalDate.MAX);
    assertThat(provinces(history, DAY.minusDays(1))).isEqualTo(34);
    assertThat(provinces(history, DAY)).isEqualTo(33);
    assertThat(
            new Crosswalk(history, LocalDate.of(2023, 5, 31), DAY, 2023, Crosswalk.Weights.NONE)
                .of("D883@2017-01-01", Places.PROVINCE))
        .as("Long Xuyên, of An Giang then and since")
        .isEqualTo(Spread.whole("P96@2025-07-01"));
    Region commune =
        Objects.requireNonNull(
            history
                .standingOn(DAY)
                .filter(unit -> "P91@2025-07-01".equals(unit.parentKey()))
                .findFirst()
                .orElse(null));
    assertThat(Objects.requireNonNull(history.parentOn(commune, DAY)).code()).isEqualTo("96");
  }

  @Test
  void what_was_forgotten_is_named() throws IOException {
    add(
        EVENT,
        "2027-01-01/X/91,2027-01-01,merge,P91@2025-07-01,P96@2025-07-01,0.9,whole,X,X,2026-12-01,");
    assertThat(flaws())
        .containsExactly(
            "2027-01-01/X/91 (P91@2025-07-01 → P96@2025-07-01): the predecessor gave all away and"
                + " still stands on 2027-01-01; state its valid_to",
            "2027-01-01/X/91 (P91@2025-07-01 → P96@2025-07-01): the shares sum to 0.9, not to 1");
  }

  @Test
  void a_council_of_a_province_that_is_gone_is_named() throws IOException {
    merge();
    replace(COUNCIL, "(P91@2025-07-01,2026,)2026", "$1");
    assertThat(flaws())
        .containsExactly(
            "exam_council.csv 91 → P91@2025-07-01: the unit does not stand on 31 May 2027; end the"
                + " row in 2026 and add one of its successor");
  }

  @Test
  void a_row_that_cannot_be_read_is_named() throws IOException {
    add(EVENT, "2027/X,2027-13-01,merge,P91@2025-07-01,P96@2025-07-01,1,whole,X,X,2026-12-01,");
    add(EVENT, "2028/X,2028-01-01,merge,P91@2025-07-01,P96@2025-07-01,\"1,0\",whole,X,X,,");
    assertThat(flaws())
        .hasSize(2)
        .allMatch(it -> it.contains("the row cannot be read"))
        .anyMatch(it -> it.startsWith("region_succession.csv 2027/X,2027-13-01"))
        .anyMatch(it -> it.startsWith("region_succession.csv 2028/X"));
  }

  private static long provinces(RegionHistory history, LocalDate day) {
    return history.standingOn(day).filter(it -> it.level().equals(Places.PROVINCE)).count();
  }

  private List<String> flaws() {
    return ReferenceLint.of(SchemaFiles.of(schemas)).stream()
        .map(flaw -> flaw.rows() + ": " + flaw.en())
        .toList();
  }

  private Path file(String list) {
    return schemas.resolve("reference").resolve(list);
  }

  private void add(String list, String row) throws IOException {
    Files.writeString(file(list), Files.readString(file(list)).stripTrailing() + "\n" + row + "\n");
  }

  private void replace(String list, String row, String by) throws IOException {
    String before = Files.readString(file(list));
    String after = before.replaceFirst(row, by);
    assertThat(after).isNotEqualTo(before);
    Files.writeString(file(list), after);
  }
}
