package vn.phanluong.synthetic.country;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phanluong.definition.Reference;
import vn.phanluong.definition.SchemaFiles;

/** How many schools there are, how large, and what happens to them. */
class CountryTest {
  private static final Country WHOLE = Countries.WHOLE;

  private static long kinds(Country country, String kind) {
    return country.schools().stream().filter(school -> school.kind().equals(kind)).count();
  }

  private static long taught(Country country, Level level) {
    return country.schools().stream().filter(school -> school.teaches(level)).count();
  }

  private static double intake(Country country, Level level) {
    return country.schools().stream().mapToDouble(school -> school.intake(level)).sum();
  }

  @Test
  void a_whole_country_has_as_many_of_each_kind_as_the_ministry_counts() {
    assertThat(taught(WHOLE, Level.THCS)).isEqualTo(11_000);
    assertThat(taught(WHOLE, Level.THPT)).isEqualTo(2_900);
    assertThat(kinds(WHOLE, "LC")).isEqualTo(450);
    assertThat(kinds(WHOLE, "GDNN_GDTX")).isEqualTo(650);
    assertThat(WHOLE.institutions()).hasSizeBetween(1_890, 1_910);
    assertThat(WHOLE.universities()).hasSize(240);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.01, 1})
  void every_province_has_a_school_of_each_kind_at_any_scale(double scale) {
    Country country = scale == 1 ? WHOLE : Countries.of(1, scale);
    assertThat(country.provinces()).hasSize(63);
    for (Province province : country.provinces()) {
      for (Level level : Level.values()) {
        assertThat(country.schools(province.origin(), level))
            .as(province.name() + level)
            .isNotEmpty()
            .allMatch(school -> school.origin() == province.origin());
      }
      assertThat(country.institutions(province.origin()))
          .anyMatch(each -> each.courses().stream().anyMatch(it -> it.level().equals("TC")));
    }
    assertThat(country.universities()).isNotEmpty();
    assertThat(country.institutions()).anyMatch(each -> each.type().equals("college"));
    assertThat(IntStream.range(0, country.schools().size()))
        .allMatch(i -> country.schools().get(i).number() == i);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.01, 1})
  void places_for_new_pupils_are_the_nations_at_the_scale(double scale) {
    Country country = scale == 1 ? WHOLE : Countries.of(1, scale);
    double grade6 = 1_450_000 * scale;
    assertThat(intake(country, Level.THCS)).isCloseTo(grade6, within(1e-6 * grade6));
    assertThat(intake(country, Level.THPT) / grade6).isBetween(0.64, 0.70);
    assertThat(intake(country, Level.GDTX) / grade6).isBetween(0.07, 0.10);
  }

  @Test
  void a_province_has_its_share_of_schools_and_pupils() {
    Map<String, Double> persons = new TreeMap<>();
    for (Map<String, String> row : Reference.rows(SchemaFiles.bundled(), "region_weight")) {
      persons.put(row.get("region_key"), Double.valueOf(row.get("persons")));
    }
    double all = persons.values().stream().mapToDouble(Double::doubleValue).sum();
    for (Province province : WHOLE.provinces()) {
      double share = persons.getOrDefault(province.key(), 0.0) / all;
      List<School> schools = WHOLE.schools(province.origin(), Level.THCS);
      double pupils = schools.stream().mapToDouble(school -> school.intake(Level.THCS)).sum();
      assertThat((double) schools.size()).isCloseTo(11_000 * share, within(1.0));
      assertThat(pupils).isCloseTo(1_450_000 * share, within(0.01));
    }
  }

  @Test
  void neighbours_are_all_others_nearest_first() {
    List<String> codes =
        WHOLE.neighbours(0).stream().map(origin -> WHOLE.provinces().get(origin).code()).toList();
    assertThat(codes).hasSize(62).doesNotHaveDuplicates().doesNotContain("01");
    assertThat(codes.subList(0, 8)).contains("17", "33");
    assertThat(codes.subList(40, 62)).contains("79", "96");
  }

  @Test
  void leans_are_none_on_average_and_less_in_large_schools() {
    double pupils = 0;
    double sum = 0;
    List<School> schools = WHOLE.schools();
    for (School school : schools) {
      double size =
          4 * school.intake(Level.THCS)
              + 3 * (school.intake(Level.THPT) + school.intake(Level.GDTX));
      pupils += size;
      sum += size * school.lean();
    }
    assertThat(sum / pupils).isCloseTo(0, within(1e-9));
    List<School> bySize =
        schools.stream()
            .filter(school -> school.kind().equals("THCS"))
            .sorted((a, b) -> Double.compare(a.intake(Level.THCS), b.intake(Level.THCS)))
            .toList();
    assertThat(meanLean(bySize.subList(0, 2_000)))
        .isGreaterThan(meanLean(bySize.subList(bySize.size() - 2_000, bySize.size())));
  }

  private static double meanLean(List<School> schools) {
    return schools.stream().mapToDouble(School::lean).average().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(ints = {2017, 2020, 2024, 2025, 2026, 2035})
  void no_code_stands_for_two_schools_of_a_year_and_no_name_in_a_province(int year) {
    Set<String> codes = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (School school : WHOLE.schools()) {
      if (school.isOpen(year)) {
        String name = school.origin() + school.kind() + school.name(year);
        assertThat(codes.add(school.code(year))).as(school.code(year)).isTrue();
        assertThat(names.add(name)).as(name).isTrue();
        assertThat(school.code(year)).matches("\\d{8}");
      }
    }
    for (boolean byLabour : List.of(true, false)) {
      assertThat(WHOLE.institutions().stream().map(each -> each.code(year, byLabour)))
          .doesNotHaveDuplicates();
    }
    assertThat(
            WHOLE.institutions().stream()
                .filter(each -> each.school() == null)
                .map(each -> each.code(year, false)))
        .noneMatch(codes::contains);
    assertThat(WHOLE.universities().stream().map(University::code)).doesNotHaveDuplicates();
  }

  /** Every answer of a country in a year. */
  private static List<String> answers(Country country, int year) {
    List<String> answers = new ArrayList<>();
    for (School school : country.schools()) {
      answers.addAll(SchoolRows.row(school, year, false, (a, b, c, d, e) -> a + c));
      answers.add(school.standsIn(year) + " " + school.lean() + school.events());
    }
    for (Institution each : country.institutions()) {
      for (Institution.Course course : each.courses()) {
        answers.addAll(InstitutionRows.row(each, course, year, true));
      }
      answers.add(each.draw() + " " + each.loss() + each.code(year, false));
    }
    for (University each : country.universities()) {
      answers.add(each.name() + each.code() + each.weight() + each.majors());
    }
    return answers;
  }

  @Test
  void the_same_seed_gives_the_same_country_and_a_later_year_changes_no_earlier_one() {
    Country one = Countries.of(7, 0.01);
    List<String> first = answers(one, 2019);
    answers(one, 2035);
    assertThat(answers(one, 2019)).isEqualTo(first);
    Country other = Countries.of(7, 0.01);
    answers(other, 2035);
    assertThat(answers(other, 2019)).isEqualTo(first);
    assertThat(answers(Countries.of(8, 0.01), 2019)).isNotEqualTo(first);
  }

  @Test
  void vocational_upper_secondary_is_offered_since_2026_in_place_of_intermediate() {
    double before = quotas("intermediate", "TC", 2025);
    double since = quotas("intermediate", "TC", 2026) + quotas("intermediate", "THN", 2026);
    assertThat(quotas("intermediate", "THN", 2025)).isZero();
    assertThat(quotas("intermediate", "THN", 2026)).isBetween(0.38 * before, 0.42 * before);
    assertThat(since).isCloseTo(before, within(0.02 * before));
    assertThat(quotas("college", "THN", 2026)).isZero();
    assertThat(quotas("college", "TC", 2026)).isEqualTo(quotas("college", "TC", 2025));
    assertThat(before + quotas("college", "TC", 2025)).isBetween(230_000.0, 322_000.0);
  }

  private static double quotas(String type, String level, int year) {
    return WHOLE.institutions().stream()
        .filter(each -> each.type().equals(type))
        .flatMap(each -> each.courses().stream())
        .filter(course -> course.level().equals(level))
        .mapToInt(course -> course.quota(year))
        .sum();
  }

  @Test
  void a_centre_of_both_kinds_is_one_organisation() {
    int joint = 0;
    for (Institution each : WHOLE.institutions()) {
      School school = each.school();
      assertThat(school != null).isEqualTo(each.type().equals("gdnn_gdtx"));
      if (school != null) {
        joint++;
        assertThat(each.name(2024)).isEqualTo(school.name(2024));
        assertThat(each.code(2025, false)).isEqualTo(school.code(2025));
      }
    }
    assertThat(joint).isEqualTo(650);
  }
}
