package vn.phanluong.synthetic.country;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rows of the list of schools, at the start of a school year (30 September) and at its end (31
 * May). Values are codes, ISO dates, plain numbers, true and false; empty where nothing is known.
 */
public final class SchoolRows {
  /** Pupils of a full class, by which classes are counted. */
  private static final int CLASS = 45;

  private static final int FIRST_GRADE = 6;
  private static final int LAST_GRADE = 12;
  private static final int FIRST_OF_UPPER = 10;
  private static final LocalDate LAST_OF_DISTRICTS = LocalDate.of(2025, Month.JUNE, 30);

  /** Fields of a row, in the order of the contract. Coordinates are of no school: left out. */
  public static final List<String> FIELDS =
      Stream.of(
              Stream.of("school_year", "form", "as_of_date", "school_code", "school"),
              Stream.of("school_type", "teaches_thcs", "teaches_thpt", "teaches_gdtx"),
              Stream.of("ownership", "province", "district", "commune"),
              Stream.of("former_province", "former_district"),
              Stream.of("predecessor_codes", "event", "event_date"),
              byGrade("classes"),
              byGrade("pupils"),
              byGrade("female"),
              Stream.of("grade10_quota", "career_programme", "counsellors"),
              Stream.of("counsellors_qualified", "counsellors_trained"))
          .flatMap(names -> names)
          .toList();

  private SchoolRows() {}

  /** How many pupils sit in a school. */
  @FunctionalInterface
  public interface PupilCounts {
    /**
     * Pupils of one sex in a grade.
     *
     * @param school its number
     * @param schoolYear by its first year
     * @param female girls, or else boys
     * @param atEnd on 31 May after, or else on 30 September
     */
    int pupils(int school, int schoolYear, int grade, boolean female, boolean atEnd);
  }

  private static Stream<String> byGrade(String name) {
    return Stream.concat(
        Stream.of(name),
        IntStream.rangeClosed(FIRST_GRADE, LAST_GRADE).mapToObj(grade -> name + "_" + grade));
  }

  /**
   * True if the list has a row of a school: while it is open, and once more, without pupils, in the
   * autumn after it closed, to say so.
   */
  public static boolean isReported(School school, int schoolYear, boolean atEnd) {
    return school.isOpen(schoolYear) || (!atEnd && closedIn(school, schoolYear));
  }

  private static boolean closedIn(School school, int schoolYear) {
    return school.events().stream()
        .anyMatch(event -> event.code().equals("closed") && event.date().getYear() == schoolYear);
  }

  /** The row of a school, by {@link #FIELDS}. */
  public static List<String> row(School school, int schoolYear, boolean atEnd, PupilCounts counts) {
    Map<String, String> values = new TreeMap<>();
    LocalDate day =
        atEnd
            ? LocalDate.of(schoolYear + 1, Month.MAY, 31)
            : LocalDate.of(schoolYear, Month.SEPTEMBER, 30);
    values.put("school_year", String.valueOf(schoolYear));
    values.put("form", atEnd ? "end" : "start");
    values.put("as_of_date", day.toString());
    identity(values, school, schoolYear);
    place(values, school, day);
    event(values, school, schoolYear);
    pupils(values, school, schoolYear, atEnd, counts);
    guidance(values, school, schoolYear);
    return FIELDS.stream().map(field -> values.getOrDefault(field, "")).toList();
  }

  private static void identity(Map<String, String> values, School school, int schoolYear) {
    values.put("school_code", school.code(schoolYear));
    values.put("school", school.name(schoolYear));
    values.put("school_type", school.kind());
    values.put("teaches_thcs", String.valueOf(school.teaches(Level.THCS)));
    values.put("teaches_thpt", String.valueOf(school.teaches(Level.THPT)));
    values.put("teaches_gdtx", String.valueOf(school.teaches(Level.GDTX)));
    values.put("ownership", school.ownership());
  }

  private static void place(Map<String, String> values, School school, LocalDate day) {
    Place place = school.place(day);
    values.put("province", place.province());
    values.put("district", Objects.requireNonNullElse(place.district(), ""));
    values.put("commune", place.commune());
    if (day.isAfter(LAST_OF_DISTRICTS)) {
      Place former = school.place(LAST_OF_DISTRICTS);
      values.put("former_province", former.province());
      values.put("former_district", Objects.requireNonNullElse(former.district(), ""));
    }
  }

  private static void event(Map<String, String> values, School school, int schoolYear) {
    for (SchoolEvent event : school.events()) {
      if (event.date().getYear() == schoolYear) {
        values.put("event", event.code());
        values.put("event_date", event.date().toString());
        values.put("predecessor_codes", String.join(";", event.predecessorCodes()));
      }
    }
  }

  private static void pupils(
      Map<String, String> values,
      School school,
      int schoolYear,
      boolean atEnd,
      PupilCounts counts) {
    int classes = 0;
    int pupils = 0;
    int female = 0;
    for (int grade : grades(school)) {
      int girls = counts.pupils(school.number(), schoolYear, grade, true, atEnd);
      int all = girls + counts.pupils(school.number(), schoolYear, grade, false, atEnd);
      int rooms = (all + CLASS - 1) / CLASS;
      values.put("classes_" + grade, String.valueOf(rooms));
      values.put("pupils_" + grade, String.valueOf(all));
      values.put("female_" + grade, String.valueOf(girls));
      classes += rooms;
      pupils += all;
      female += girls;
    }
    values.put("classes", String.valueOf(classes));
    values.put("pupils", String.valueOf(pupils));
    values.put("female", String.valueOf(female));
  }

  private static List<Integer> grades(School school) {
    List<Integer> grades = new ArrayList<>();
    boolean isUpper = school.teaches(Level.THPT) || school.teaches(Level.GDTX);
    for (int grade = FIRST_GRADE; grade <= LAST_GRADE; grade++) {
      if (grade < FIRST_OF_UPPER ? school.teaches(Level.THCS) : isUpper) {
        grades.add(grade);
      }
    }
    return grades;
  }

  private static void guidance(Map<String, String> values, School school, int schoolYear) {
    int quota = school.quota10(schoolYear);
    values.put("grade10_quota", quota == 0 ? "" : String.valueOf(quota));
    values.put("career_programme", String.valueOf(school.hasCareerProgramme(schoolYear)));
    values.put("counsellors", String.valueOf(school.counsellors(schoolYear)));
    values.put("counsellors_qualified", String.valueOf(school.counsellorsQualified(schoolYear)));
    values.put("counsellors_trained", String.valueOf(school.counsellorsTrained(schoolYear)));
  }
}
