package vn.phanluong.star;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phanluong.star.Institutions.Appearance;
import vn.phanluong.star.Institutions.Match;

class InstitutionsTest {

  @Property(tries = 500)
  void the_order_of_rows_changes_nothing(@ForAll long seed) {
    List<Appearance> rows = random(seed);
    List<Appearance> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(seed + 1));
    assertThat(Institutions.of(shuffled)).isEqualTo(Institutions.of(rows));
  }

  @Property(tries = 500)
  void an_institution_has_one_code_a_register_and_a_code_one_institution(@ForAll long seed) {
    Map<String, Set<String>> codes = new TreeMap<>();
    Map<String, Set<String>> keys = new TreeMap<>();
    Institutions.of(random(seed))
        .forEach(
            (row, match) -> {
              String code = row.code();
              if (code != null) {
                String of = match.institutionKey() + " " + row.register();
                codes.computeIfAbsent(of, any -> new HashSet<>()).add(code);
                keys.computeIfAbsent(row.register() + code, any -> new HashSet<>())
                    .add(match.institutionKey());
              }
            });
    assertThat(codes.values()).allMatch(all -> all.size() == 1);
    assertThat(keys.values()).allMatch(all -> all.size() == 1);
  }

  /** What stands alone says so; what does not says by which rule. */
  @Property(tries = 500)
  void a_row_has_a_rule_if_its_institution_has_another_row(@ForAll long seed) {
    Map<Appearance, Match> matches = Institutions.of(random(seed));
    matches.forEach(
        (row, match) -> {
          long together =
              matches.values().stream()
                  .filter(it -> it.institutionKey().equals(match.institutionKey()))
                  .count();
          assertThat(match.matchedBy() != null).as(row.id()).isEqualTo(together > 1);
        });
  }

  @Test
  void the_two_ministries_codes_are_different_codes() {
    Appearance before = row("labour", "01", null, "cao đẳng a", "P80");
    Appearance after = row("education", "01", null, "cao đẳng b", "P80");
    assertThat(texts(before, after))
        .containsExactly("labour:01 null null", "education:01 null null");
  }

  @Test
  void a_centre_is_one_under_its_code_of_the_education_ministry() {
    Appearance school = row("school", "8001", null, "trung tâm a", "P80");
    Appearance after = row("education", "8001", null, "trung tâm b", "P80");
    assertThat(texts(school, after)).containsOnly("education:8001 code null");
  }

  @Test
  void a_licence_comes_before_the_name_and_stays_in_its_province() {
    Appearance before = row("labour", "L1", "10gcn", "trung cấp a", "P80");
    Appearance after = row("education", "E1", "10gcn", "cao đẳng a", "P80");
    Appearance elsewhere = row("education", "E2", "10gcn", "trung cấp a", "P38");
    assertThat(texts(before, after, elsewhere))
        .containsExactly(
            "labour:L1 licence null", "labour:L1 licence null", "education:E2 null null");
  }

  @Test
  void two_of_a_name_in_one_register_match_nothing() {
    Appearance before = row("labour", "L1", null, "trung cấp a", "P80");
    Appearance twin = row("labour", "L2", null, "trung cấp a", "P80");
    Appearance after = row("education", "E1", null, "trung cấp a", "P80");
    assertThat(texts(before, twin, after))
        .containsExactly(
            "labour:L1 null name_shared",
            "labour:L2 null name_shared",
            "education:E1 null name_shared");
  }

  @Test
  void a_name_alone_joins_the_one_it_may_be() {
    Appearance named = row("labour", null, null, "trung cấp a", "P80");
    Appearance coded = row("labour", "L1", null, "trung cấp a", "P80");
    Appearance after = row("education", "E1", null, "trung cấp a", "P80");
    assertThat(texts(named, coded, after)).containsOnly("labour:L1 name null");
  }

  @ParameterizedTest
  @CsvSource({
    "TT GDNN-GDTX Bến Lức, Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên Bến Lức, true",
    "TTGDNN-GDTX Bến Lức, Trung tâm GDNN - GDTX Bến Lức, true",
    "Trường CĐ Cần Thơ, TRƯỜNG CAO ĐẲNG CẦN THƠ, true",
    "Trường Trung cấp Hoà An, Trung cấp Hòa An, true",
    "Trường Trung cấp Hoa An, Trường Trung cấp Hòa An, false",
    "Trường Trung cấp A, Trường Cao đẳng A, false"
  })
  void names_are_one_in_spelling_alone(String one, String other, boolean isOne) {
    assertThat(InstitutionName.key(one).equals(InstitutionName.key(other))).isEqualTo(isOne);
  }

  private static Appearance row(
      String register, @Nullable String code, @Nullable String licence, String name, String place) {
    return new Appearance(register, code, licence, name, place);
  }

  private static List<String> texts(Appearance... rows) {
    Map<Appearance, Match> matches = Institutions.of(List.of(rows));
    List<String> texts = new ArrayList<>();
    for (Appearance each : rows) {
      Match match = java.util.Objects.requireNonNull(matches.get(each));
      texts.add(match.institutionKey() + " " + match.matchedBy() + " " + match.flag());
    }
    return texts;
  }

  /** Few codes, licences and names, so that they meet in every way. */
  private static List<Appearance> random(long seed) {
    Random random = new Random(seed);
    Set<Appearance> rows = new HashSet<>();
    for (int i = 0; i < 8; i++) {
      rows.add(
          new Appearance(
              List.of("labour", "education", "school").get(random.nextInt(3)),
              random.nextInt(3) == 0 ? null : "c" + random.nextInt(4),
              random.nextBoolean() ? null : "g" + random.nextInt(3),
              "n" + random.nextInt(4),
              random.nextInt(5) == 0 ? null : "P" + random.nextInt(2)));
    }
    return new ArrayList<>(rows);
  }
}
