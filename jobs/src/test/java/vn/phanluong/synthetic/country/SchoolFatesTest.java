package vn.phanluong.synthetic.country;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What becomes of schools over the years. */
class SchoolFatesTest {
  private static final Country WHOLE = Countries.WHOLE;

  @Test
  void pupils_always_sit_in_an_open_school_of_the_same_province_and_levels() {
    for (School school : WHOLE.schools()) {
      for (int year = 2015; year <= 2035; year++) {
        School seat = WHOLE.schools().get(school.standsIn(year));
        assertThat(seat.isOpen(year)).isTrue();
        assertThat(seat.origin()).isEqualTo(school.origin());
        assertThat(seat.kind()).isEqualTo(school.kind());
        assertThat(seat == school).isEqualTo(school.isOpen(year));
      }
    }
  }

  @Test
  void events_name_schools_that_were_told_of_before() {
    Map<String, Integer> met = new HashMap<>();
    for (School school : WHOLE.schools()) {
      List<Integer> years = new ArrayList<>();
      for (SchoolEvent event : school.events()) {
        int year = event.date().getYear();
        met.merge(event.code(), 1, Integer::sum);
        years.add(year);
        Set<String> before = new HashSet<>();
        for (School other : WHOLE.schools(school.origin(), levelOf(school))) {
          if (other.isOpen(year - 1)) {
            before.add(other.code(year - 1));
          }
        }
        assertThat(before)
            .as("%s %s", school.number(), event)
            .containsAll(event.predecessorCodes());
        assertThat(school.isOpen(year)).isEqualTo(!event.code().equals("closed"));
      }
      assertThat(years).doesNotHaveDuplicates().isSorted();
      assertThat(years).allMatch(year -> year >= 2018 && year <= 2030);
    }
    assertThat(met).containsOnlyKeys("founded", "merged", "split", "moved", "renamed", "closed");
    // 11,000 + 2,900 schools x 13 years x 0.006, some of them into one heir in one year.
    assertThat(met.getOrDefault("merged", 0)).isBetween(850, 1_200);
  }

  private static Level levelOf(School school) {
    return Stream.of(Level.values()).filter(school::teaches).findFirst().orElseThrow();
  }

  @Test
  void a_merger_is_told_by_the_school_its_pupils_sit_in_since() {
    int mergers = 0;
    for (School school : WHOLE.schools()) {
      for (SchoolEvent event : school.events()) {
        int year = event.date().getYear();
        if (event.code().equals("merged")) {
          Set<String> gone = new HashSet<>();
          for (School other : WHOLE.schools(school.origin(), levelOf(school))) {
            if (other.isOpen(year - 1)
                && other != school
                && other.standsIn(year) == school.number()) {
              gone.add(other.code(year - 1));
            }
          }
          assertThat(gone).containsAll(event.predecessorCodes());
          mergers++;
        }
      }
    }
    assertThat(mergers).isPositive();
  }

  @Test
  void guidance_rises_to_nearly_all_schools_and_counsellors_are_never_fewer_than_their_parts() {
    double[] shares = new double[2036];
    for (int year = 2017; year <= 2035; year++) {
      int open = 0;
      int with = 0;
      for (School school : WHOLE.schools()) {
        if (school.isOpen(year)) {
          open++;
          with += school.hasCareerProgramme(year) ? 1 : 0;
          assertThat(school.counsellorsQualified(year)).isBetween(0, school.counsellors(year));
          assertThat(school.counsellorsTrained(year)).isBetween(0, school.counsellors(year));
          assertThat(school.quota10(year) > 0)
              .isEqualTo(school.teaches(Level.THPT) || school.teaches(Level.GDTX));
        }
      }
      shares[year] = (double) with / open;
      assertThat(shares[year]).isGreaterThanOrEqualTo(shares[year - 1] - 0.01);
    }
    assertThat(shares[2020]).isCloseTo(0.57, within(0.02));
    assertThat(shares[2025]).isCloseTo(0.97, within(0.01));
  }
}
