package vn.phanluong.synthetic.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import vn.phanluong.definition.Reference;
import vn.phanluong.definition.SchemaFiles;
import vn.phanluong.synthetic.Draws;
import vn.phanluong.synthetic.country.Country;
import vn.phanluong.synthetic.country.Level;
import vn.phanluong.synthetic.country.Place;
import vn.phanluong.synthetic.country.School;
import vn.phanluong.synthetic.life.Life;

/** Results of the graduation exam, as councils publish them: numbers and marks, no persons. */
final class ExamReports {
  private static final List<String> SUBJECTS =
      Dataset.EXAM_RESULT.fields().subList(3, Dataset.EXAM_RESULT.fields().size());

  private static final int NEW_PROGRAMME = 2025;
  private static final String[] SCIENCE = {"vat_li", "hoa_hoc", "sinh_hoc"};
  private static final String[] SOCIETY = {"lich_su", "dia_li", "gdcd"};
  private static final String[] CHOICES = {
    "vat_li", "hoa_hoc", "sinh_hoc", "lich_su", "dia_li", "gdkt_pl", "tin_hoc", "ngoai_ngu"
  };

  private final Country country;
  private final Draws draws;
  private final Adoption adoption;
  private final Map<String, String> councils = new HashMap<>();

  ExamReports(Country country, Draws draws, Adoption adoption) {
    this.country = country;
    this.draws = draws;
    this.adoption = adoption;
    for (Map<String, String> row : Reference.rows(SchemaFiles.bundled(), "exam_council")) {
      String until = row.getOrDefault("valid_to_year", "");
      int last = until.isEmpty() ? 2040 : Integer.parseInt(until);
      for (int year = Integer.parseInt(row.getOrDefault("valid_from_year", ""));
          year <= last;
          year++) {
        councils.put(row.get("region_key") + "/" + year, row.getOrDefault("council_code", ""));
      }
    }
  }

  void sitting(Life life, int index, Outbox outbox) {
    Life.Sitting sitting = life.sittings().get(index);
    School school = country.schools().get(sitting.school());
    int year = sitting.year();
    Place place = school.place(LocalDate.of(year, 5, 31));
    String council = councils.get(place.provinceKey() + "/" + year);
    if (council == null) {
      throw new IllegalStateException("No council of " + place.provinceKey() + " in " + year);
    }
    Map<String, String> marks = marks(life, school, sitting);
    List<String> values = new ArrayList<>(16);
    values.add(Integer.toString(year));
    values.add("");
    values.add(council);
    for (String field : SUBJECTS) {
      values.add(marks.getOrDefault(field, ""));
    }
    Address address = Address.full(Dataset.EXAM_RESULT, year, adoption.province(place));
    outbox.put(address, life.person().number(), index * 8, values);
  }

  private Map<String, String> marks(Life life, School school, Life.Sitting sitting) {
    SplittableRandom random = draws.of("exam", life.person().number(), sitting.year());
    double mean = 6 + 1.3 * life.person().ability() - (school.teaches(Level.THPT) ? 0 : 0.8);
    Map<String, String> marks = new HashMap<>();
    marks.put("toan", mark(mean, random));
    marks.put("ngu_van", mark(mean + 0.6, random));
    if (sitting.year() >= NEW_PROGRAMME) {
      int first = random.nextInt(CHOICES.length);
      int second = (first + 1 + random.nextInt(CHOICES.length - 1)) % CHOICES.length;
      marks.put(CHOICES[first], mark(mean, random));
      marks.put(CHOICES[second], mark(mean, random));
    } else {
      if (school.teaches(Level.THPT)) {
        marks.put("ngoai_ngu", mark(mean - 0.8, random));
      }
      for (String subject : random.nextDouble() < 0.37 ? SCIENCE : SOCIETY) {
        marks.put(subject, mark(mean + 0.3, random));
      }
    }
    if (marks.containsKey("ngoai_ngu")) {
      marks.put("ma_ngoai_ngu", "N1");
    }
    return marks;
  }

  private static String mark(double mean, SplittableRandom random) {
    return Scores.text(Scores.quarters(mean, 1.1, random));
  }
}
